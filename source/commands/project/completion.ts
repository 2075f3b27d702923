import { wrongUsage } from '../../errors.ts';
import { registers } from '../../registers/index.ts';
import { namesOf } from '../../services/reading/lookup.ts';
import { commands } from '../line/dispatch.ts';
import { verbsOf } from '../registers/registers.ts';
import type { Command } from '../line/command.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
type Shell = (typeof shells)[number];

const globals = ['file', 'as-of', 'language', 'json', 'no-color', 'help', 'version'];

/** What can stand after `luotsi`, and after each of those words. */
interface Words {
  readonly first: readonly string[];
  /** By first word: the words that can be second. */
  readonly second: ReadonlyMap<string, readonly string[]>;
  /** By first word: its options, with their dashes. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

export const completion: Command = {
  usage: `completion ${shells.join('|')}`,
  changes: false,
  options: [],
  words: [1, 1],
  run: async (call) => {
    const [asked = ''] = call.words;
    const shell = shells.find((one) => one === asked);
    if (shell === undefined)
      throw wrongUsage('wrong-option', { option: 'completion', text: asked, forms: shells });
    call.place.write(scripts[shell](await wordsOf()));
    return 0;
  },
};

const single = /^[\p{L}\d-]+$/u;

const dashed = (names: readonly string[]): string[] =>
  [...new Set([...names, ...globals])].map((name) => `--${name}`);

async function wordsOf(): Promise<Words> {
  const second = new Map<string, readonly string[]>();
  const options = new Map<string, readonly string[]>();
  for (const [name, load] of Object.entries(commands)) {
    const command = await load();
    options.set(name, dashed(command.options === 'fields' ? [] : command.options));
    // Words that a command may take stand in its usage, parted by upright lines.
    const choices = /^[a-z]+ \[?([a-z]+(?:\|[a-z]+)+)/.exec(command.usage)?.[1];
    if (choices !== undefined) second.set(name, choices.split('|'));
  }
  for (const definition of registers) {
    const verbs = Object.keys(verbsOf({ definition, word: definition.name }));
    const fields = [...Object.keys(definition.fields), ...Object.keys(definition.derived ?? {})];
    for (const name of namesOf(definition)) {
      // Names of two words are labels, and no shell takes them for one.
      if (!single.test(name)) continue;
      const isCommand = options.has(name);
      if (isCommand && name !== definition.name) continue;
      // A command that is called as a register is takes the register's verbs beside its own words.
      second.set(name, [...(second.get(name) ?? []), ...verbs]);
      options.set(name, [
        ...new Set([
          ...(options.get(name) ?? []),
          ...dashed([...fields, 'where', 'sort', 'fields', 'limit']),
        ]),
      ]);
    }
  }
  return { first: [...options.keys()], second, options };
}

/** Words of the shells' own never stand among ours: letters, digits and dashes only. */
const spaced = (words: readonly string[]): string => words.filter((word) => single.test(word)).join(' ');

const cases = (table: ReadonlyMap<string, readonly string[]>): string =>
  [...table].map(([name, words]) => `      ${name}) words="${spaced(words)}" ;;`).join('\n');

const withFiles = 'import|export|report|restore|backup';

const bash = ({ first, second, options }: Words): string => `# luotsi: completion for bash
_luotsi() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  COMPREPLY=()
  case "$previous" in
    --file|--out|--template) COMPREPLY=($(compgen -f -- "$current")); return ;;
    --language) COMPREPLY=($(compgen -W "fi en" -- "$current")); return ;;
    --format) COMPREPLY=($(compgen -W "json csv xlsx ics md html docx" -- "$current")); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${spaced(first)}"
  elif [[ "$current" == -* ]]; then
    case "\${COMP_WORDS[1]}" in
${cases(options)}
    esac
  elif [ "$COMP_CWORD" -eq 2 ]; then
    case "\${COMP_WORDS[1]}" in
${cases(second)}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ \${#COMPREPLY[@]} -eq 0 ]; then
    case "\${COMP_WORDS[1]}" in
      ${withFiles}) COMPREPLY=($(compgen -f -- "$current")) ;;
    esac
  fi
}
complete -o filenames -F _luotsi luotsi
`;

const fish = ({ first, second, options }: Words): string =>
  [
    '# luotsi: completion for fish',
    'complete -c luotsi -f',
    `complete -c luotsi -n __fish_use_subcommand -a '${spaced(first)}'`,
    ...[...second].map(
      ([name, words]) => `complete -c luotsi -n '__fish_seen_subcommand_from ${name}' -a '${spaced(words)}'`,
    ),
    ...[...options].map(
      ([name, words]) =>
        `complete -c luotsi -n '__fish_seen_subcommand_from ${name}' ${words.map((word) => `-l ${word.slice(2)}`).join(' ')}`,
    ),
    `complete -c luotsi -n '__fish_seen_subcommand_from ${withFiles.replaceAll('|', ' ')}' -F`,
    '',
  ].join('\n');

const powershell = ({ first, second, options }: Words): string => {
  const quoted = (words: readonly string[]): string =>
    spaced(words)
      .split(' ')
      .map((word) => `'${word}'`)
      .join(', ');
  const table = (name: string, map: ReadonlyMap<string, readonly string[]>): string =>
    `  $${name} = @{\n${[...map].map(([word, words]) => `    '${word}' = @(${quoted(words)})`).join('\n')}\n  }`;
  return `# luotsi: completion for PowerShell
Register-ArgumentCompleter -Native -CommandName luotsi -ScriptBlock {
  param($current, $ast, $position)
  $line = @($ast.CommandElements | ForEach-Object { $_.ToString() })
${table('second', second)}
${table('options', options)}
  $first = if ($line.Count -gt 1) { $line[1] } else { '' }
  $words = if ($line.Count -lt 2 -or ($line.Count -eq 2 -and $current)) { @(${quoted(first)}) }
    elseif ($current -like '-*') { $options[$first] }
    else { $second[$first] }
  $words | Where-Object { $_ -like "$current*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
};

const zsh = (words: Words): string =>
  `# luotsi: completion for zsh, by way of bash's\nautoload -U +X bashcompinit && bashcompinit\n${bash(words)}`;

const scripts: Readonly<Record<Shell, (words: Words) => string>> = { bash, zsh, fish, powershell };
