import { capital } from '../capital.ts';
import { withArticle } from './noun-forms.ts';
/** Words of funnel, coverage and terms, for the console and the command line alike. */
export const recruitment = {
  funnel: {
    all: 'All rounds',
    nobody: 'Nobody has signed up yet. Candidates come with n on the tab Candidates, or by import.',
    noRounds: 'No rounds yet. The tab Recruitment rounds adds the first one with n.',
    columns: {
      stage: 'Stage',
      reached: 'Reached',
      share: 'Share',
      now: 'Now',
      days: 'Days (median)',
      daysShort: 'Days',
    },
    days: (count: string) => `${count} d`,
    daysLeft: (count: number) =>
      count === 0 ? 'closes today' : count === 1 ? '1 day left' : `${count} days left`,
    yield: (selected: number, interested: number, percent: string) =>
      `Yield ${percent}: ${selected} selected of ${interested} interested`,
    target: (selected: number, target: number, percent: string) =>
      `Target ${target}, reached ${percent} (${selected})`,
    toSelected: (days: string) => `from interest to selection ${days}`,
    toStarted: (days: string) => `to start ${days}`,
    medians: 'Median',
    losses: (count: number) => `Lost ${count}`,
    leavers: (count: number) => `Left early ${count}`,
    sources: 'Where they heard of it',
    source: (interested: number, selected: number) => `${interested} interested, ${selected} selected`,
    unknown: 'not known',
    more: 'j k other round',
  },
  coverage: {
    columns: { unit: 'Unit', who: 'Who does or may', supervisor: 'Supervisor', covered: 'Covered' },
    all: 'All units',
    keys: 'R message  c addresses ',
    noArea: 'No service area',
    none: 'No units yet. Units come with n on the tab Units of screen 7, or by import.',
    allCovered: 'Every unit has somebody.',
    covered: (covered: number, units: number, percent: string) => `${covered}/${units} covered ${percent}`,
    until: (name: string, day: string) => `${name}, until ${day}`,
    message: {
      title: (units: number, people: number) =>
        `Message about ${units} ${units === 1 ? 'unit' : 'units'} to ${people} ${people === 1 ? 'supervisor' : 'supervisors'}`,
      addresses: 'Copy addresses for the line To',
      text: 'Copy the message',
      list: 'Copy the list: unit, supervisor, e-mail',
      file: 'Write all of it to a file',
      hint: { addresses: (count: number) => `${count} with an address`, text: 'polite, with the units' },
      nobody: 'Every unit here is covered.',
      missing: (units: string) => `No address: ${units}`,
      subject: (word: string) => `Would your unit have ${withArticle(word)}?`,
      body: (p: { word: string; units: readonly string[]; round: string | null; closes: string | null }) =>
        [
          'Hello,',
          '',
          `these units are without ${withArticle(p.word)} of their own for now:`,
          ...p.units.map((unit) => `- ${unit}`),
          '',
          `${capital(withArticle(p.word))} helps colleagues with digital tools beside their own work and gets support from the others every week.`,
          p.round === null
            ? 'Would there be somebody in your unit whom this would suit? A reply with a name is enough, and we talk about the rest.'
            : `“${p.round}” is open${p.closes === null ? '' : ` until ${p.closes}`}. Would there be somebody in your unit whom this would suit?`,
          '',
          'Thank you, and I am happy to tell more.',
        ].join('\n'),
      word: 'champion',
      to: 'To',
      fileName: 'units-without-a-champion',
      subjectLabel: 'Subject',
    },
  },
};
