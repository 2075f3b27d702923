/** Which promises of a communication plan a group's own minutes and meetings keep, told from the plan's words. */

export type GroupKind = 'club' | 'network' | 'workGroup' | 'steering' | null;

const kindWords: Readonly<Record<Exclude<GroupKind, null>, RegExp>> = {
  steering: /ohjausryhm|steering/iu,
  workGroup: /työryhm|work(ing)? ?group/iu,
  club: /klubi|club/iu,
  network: /verkosto|network/iu,
};

const meetingWords = /pöytäkirj|muistio|kokou|tapaami|minutes|memo|meeting/iu;

/** The stem by which a group's own name is found in a sentence: “Tsemppariklubi” in “Tsemppariklubin muistiot”. */
function namesGroup(text: string, title: string): boolean {
  const name = title.trim().toLowerCase();
  return name.length > 3 && text.toLowerCase().includes(name.slice(0, Math.max(4, name.length - 2)));
}

/** “Ohjausryhmän pöytäkirjat”, “minutes of the steering group”: a group, and what its meetings leave. */
export function namesMinutesOf(
  text: string | null,
  group: { readonly kind: GroupKind; readonly title: string },
): boolean {
  if (text === null || !meetingWords.test(text)) return false;
  return namesGroup(text, group.title) || (group.kind !== null && kindWords[group.kind].test(text));
}

/** “Muistio”, “pöytäkirja”: what a meeting leaves, whoever's it is. */
export function namesMinutes(text: string | null): boolean {
  return text !== null && meetingWords.test(text);
}
