import type { Label, Language } from '../../language/language.ts';

/** What a funder's report can tell by itself, in the order in which it is usually asked. */
export const funderFacts = [
  'project',
  'objectives',
  'indicators',
  'activities',
  'recruitment',
  'participants',
  'meetings',
  'steering',
  'communication',
  'risks',
  'money',
  'deviations',
  'diary',
  'next',
] as const;

export type FunderFact = (typeof funderFacts)[number];

/** What people write for each. */
export const funderFactNames: Readonly<Record<FunderFact, Label>> = {
  project: { fi: 'perustiedot', en: 'basics' },
  objectives: { fi: 'tavoitteet', en: 'objectives' },
  indicators: { fi: 'mittarit', en: 'indicators' },
  activities: { fi: 'toimenpiteet', en: 'activities' },
  recruitment: { fi: 'rekrytointi', en: 'recruitment' },
  participants: { fi: 'osallistujat', en: 'participants' },
  meetings: { fi: 'kokoukset', en: 'meetings' },
  steering: { fi: 'ohjausryhmä', en: 'steering' },
  communication: { fi: 'viestintä', en: 'communication' },
  risks: { fi: 'riskit', en: 'risks' },
  money: { fi: 'talous', en: 'money' },
  deviations: { fi: 'poikkeamat', en: 'deviations' },
  diary: { fi: 'havainnot', en: 'observations' },
  next: { fi: 'seuraavaksi', en: 'next' },
};

/** Stems by which a heading without words of its own is known for what belongs under it. */
const stems: Readonly<Record<FunderFact, RegExp>> = {
  project: /perustie|hankkeen tied|hanketied|basic|identif/iu,
  objectives: /tavoit|objective|goal|tulok|vaikut|result/iu,
  indicators: /mittar|tavoit|tulok|vaikut|indicator|objective|goal|result/iu,
  activities: /toimenp|toteutus|toteutet|toiminta|activit|implement|work done/iu,
  recruitment: /rekryt|semppar|mentor|vertais|recruit|champion/iu,
  participants: /osallist|kohderyhm|particip|target group/iu,
  meetings: /kokou|tapaami|ryhmät|työryhm|verkost|meeting|group/iu,
  steering: /ohjausryhm|hallin|steering|governance/iu,
  communication: /viesti|tiedot(?:us|tami)|julkisuu|näkyvyy|communicat|publicity|visibility/iu,
  risks: /risk/iu,
  money: /talou|rahoit|kustann|budje|money|financ|cost|budget/iu,
  deviations: /poikkeam|muutok|ongelm|viivästy|deviation|change|problem|delay/iu,
  diary: /havain|opit|hyvät käytän|kokemuk|lesson|observ|good practice/iu,
  next: /seuraav|jatko|suunnit|next|future|plan/iu,
};

export interface FunderHeading {
  readonly heading: string;
  /** What is told under it; nothing where the planner writes it all. */
  readonly facts: readonly FunderFact[];
}

export type ParsedHeadings =
  | { readonly ok: true; readonly value: readonly FunderHeading[] }
  /** `word` of the line is no name of a fact. */
  | { readonly ok: false; readonly line: string; readonly word: string };

/**
 * Reads one heading a line, as `Viestintä ja tiedotus`, with what belongs under it after a sign of equality:
 * `Toteutus = toimenpiteet, kokoukset`, `Hankkeen oma arvio =`. What nobody placed is put by the words of the headings,
 * each fact under the first that fits. Never throws.
 */
export function parseFunderHeadings(text: string): ParsedHeadings {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const placed = new Set<FunderFact>();
  const read: { readonly heading: string; readonly facts: readonly FunderFact[] | null }[] = [];
  for (const line of lines) {
    const [, heading = line, words = null] = /^([^=]+?)\s*=\s*(.*)$/u.exec(line) ?? [];
    const facts: FunderFact[] = [];
    for (const word of (words ?? '').split(/[,;]/u).map((one) => one.trim())) {
      const fact = factCalled(word);
      if (fact === undefined) return { ok: false, line, word };
      if (fact !== null) facts.push(fact);
    }
    for (const fact of facts) placed.add(fact);
    read.push({ heading, facts: words === null ? null : facts });
  }
  const value = read.map(({ heading, facts }) => {
    const own = facts ?? funderFacts.filter((fact) => !placed.has(fact) && stems[fact].test(heading));
    for (const fact of own) placed.add(fact);
    return { heading, facts: own };
  });
  return { ok: true, value };
}

/** null for no word at all, undefined for one that names nothing. */
function factCalled(word: string): FunderFact | null | undefined {
  if (word === '') return null;
  const folded = word.toLowerCase();
  return funderFacts.find((fact) =>
    [fact as string, funderFactNames[fact].fi, funderFactNames[fact].en].includes(folded),
  );
}

/** The headings that are used until the project has the funder's own. */
export function usualHeadings(language: Language): FunderHeading[] {
  return usual.map(({ heading, facts }) => ({ heading: heading[language], facts }));
}

const usual: readonly { readonly heading: Label; readonly facts: readonly FunderFact[] }[] = [
  { heading: { fi: 'Hankkeen tiedot', en: 'Project' }, facts: ['project'] },
  {
    heading: { fi: 'Tavoitteiden toteutuminen', en: 'Progress towards objectives' },
    facts: ['objectives', 'indicators'],
  },
  { heading: { fi: 'Toteutetut toimenpiteet', en: 'Activities' }, facts: ['activities'] },
  {
    heading: { fi: 'Kohderyhmä ja osallistujat', en: 'Target group and participants' },
    facts: ['recruitment', 'participants'],
  },
  {
    heading: { fi: 'Ohjausryhmä ja muut kokoukset', en: 'Steering group and other meetings' },
    facts: ['steering', 'meetings'],
  },
  { heading: { fi: 'Viestintä', en: 'Communication' }, facts: ['communication'] },
  { heading: { fi: 'Riskit ja niiden hallinta', en: 'Risks and how they are handled' }, facts: ['risks'] },
  { heading: { fi: 'Talous', en: 'Money' }, facts: ['money'] },
  { heading: { fi: 'Poikkeamat suunnitelmasta', en: 'Deviations from the plan' }, facts: ['deviations'] },
  { heading: { fi: 'Havainnot ja opit', en: 'Observations and lessons' }, facts: ['diary'] },
  { heading: { fi: 'Seuraavan kauden suunnitelma', en: 'Plan for the next period' }, facts: ['next'] },
];
