/** Refusals around reports that are kept. */
export const reportErrors = {
  'report-kept': {
    message: (p: { code: string }) => `${p.code} was handed over, so it stays as it was.`,
    hint: () =>
      'Only to whom, when and what is noted of it can change. luotsi undo takes back the handing over itself; a new report is luotsi report keep.',
  },
  'report-not-kept': {
    message: (p: { kind: string }) => `A report of the kind “${p.kind}” is not kept in the file.`,
    hint: () => 'luotsi report KIND --out FILE writes it.',
  },
  'no-report-file': {
    message: (p: { code: string; format: string }) => `${p.code} is not kept in the form ${p.format}.`,
    hint: () =>
      'luotsi report list tells what is kept. A draft has nothing yet: luotsi report keep hands it over.',
  },
  'damaged-report': {
    message: (p: { code: string; format: string }) =>
      `The file of ${p.code} in the form ${p.format} is no longer what was handed over.`,
    hint: () => 'A copy of the project may have it whole: luotsi backup list.',
  },
  'not-on-report': {
    message: (p: { code: string }) => `${p.code} can't be put on the report.`,
    hint: () =>
      'Put on it what was done, what comes next or what is to be decided: a task, a decision, an activity, a session.',
  },
  'unknown-report': {
    message: (p: { word: string; kinds: readonly string[] }) => `There is no report called “${p.word}”.`,
    hint: (p: { word: string; kinds: readonly string[] }) =>
      `These can be made: ${p.kinds.join(', ')}. Those that are kept: luotsi report list.`,
  },
};
