/** Texts that mean something to a terminal, a spreadsheet, a browser, a database or a language; none of it to Luotsi. */
export const hostile: Readonly<Record<string, string>> = {
  'escape sequences': 'a\u001b[2J\u001b]0;omistettu\u0007b\u001b[31mc',
  'a clipboard’s sequence': '\u001b]52;c;cm0gLXJm\u0007leike',
  'controls of eight bits': 'a\u009b31mb\u0090c\u009cd\u0085e',
  controls: 'a\u0000b\u0008c\u007fd\u000be',
  'line ends': 'yksi\r\nkaksi\rkolme\u2028neljä\u2029viisi',
  'turned around': 'tieto\u202egpj.exe\u202c \u2066x\u2069 \u200f\u061c',
  'without width': '\u200bnä\u200cky\u200dmä\u2060tön\ufeff\u00ad\u{e0041}',
  'a huge grapheme': `o${'\u0301'.repeat(3000)}`,
  'joined pictures': `${'\u{1f469}\u200d'.repeat(400)}\u{1f469}`,
  'half a pair': 'a\ud800b\udc00',
  'a name of all objects': '__proto__',
  'another one': 'constructor',
  'a formula': '=HYPERLINK("http://paha.example";"klikkaa")',
  'a formula behind a sign': "'+SUM(1;2)",
  'a command of a spreadsheet': `@cmd|' /C calc'!A0`,
  'a minus': '-2+3',
  SQL: `'); DROP TABLE risk; --`,
  'words of the search': '" OR title:* NEAR(a b) -^{',
  HTML: '</title></td><script>alert(1)</script><img src=x onerror=alert(1)>',
  'an attribute': `" onmouseover="alert(1)" x='`,
  Markdown: '[klikkaa](javascript:alert(1)) ![](http://paha.example/x.png) | `c` **l** # o',
  'a comment': '<!-- --> ]]> &amp; &#x3c;b&#x3e;',
  'a template': '{{constructor.constructor("x")()}} ${7*7} <%= 7*7 %> {#each}',
  'a path': '../../../../etc/passwd',
  'a path of Windows': '..\\..\\CON\\nul',
  'lines of a calendar': 'END:VEVENT\r\nBEGIN:VEVENT\r\nRRULE:FREQ=SECONDLY\r\nATTACH:file:///etc/passwd',
  JSON: '{"__proto__":{"admin":true},"toJSON":1}',
  separators: ';,\t"\'|\\',
};

/** A text as long as a slip of the clipboard makes it. */
export const long = 'ä'.repeat(200_000);

/**
 * What no terminal may get of somebody's text: controls but for line ends, formatting that turns a line around or is not seen,
 * and half characters.
 */
export const live =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
