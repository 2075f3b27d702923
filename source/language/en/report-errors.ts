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
  'report-of': {
    message: (p: { kind: string; of: 'session' | 'person' }): string =>
      p.of === 'session'
        ? 'Of which session the report is to be is missing.'
        : 'Of whom the report is to be is missing.',
    hint: (p: { kind: string; of: 'session' | 'person' }): string =>
      p.of === 'session'
        ? `Name the session: luotsi report ${p.kind} OR-1`
        : `Name the person: luotsi report ${p.kind} H-1`,
  },
  'unknown-report': {
    message: (p: { word: string; kinds: readonly string[] }) => `There is no report called “${p.word}”.`,
    hint: (p: { word: string; kinds: readonly string[] }) =>
      `These can be made: ${p.kinds.join(', ')}. Those that are kept: luotsi report list.`,
  },
  'over-project': {
    message: (p: { path: string; putting: 'file' | 'copy' }) =>
      `${p.path} is a project of Luotsi, so nothing else is written over it.`,
    hint: (p: { path: string; putting: 'file' | 'copy' }): string =>
      p.putting === 'copy'
        ? 'Nothing was changed. Give another name with --out; luotsi restore brings a project back from a copy.'
        : 'Nothing was changed. Give another name.',
  },
  'over-folder': {
    message: (p: { path: string }) => `${p.path} is a folder, and the name of a file is needed.`,
    hint: () => 'Nothing was written. Add the name of the file after the folder.',
  },
  'folder-meant': {
    message: (p: { path: string }) => `A handover is a folder of files, and ${p.path} is the name of a file.`,
    hint: () =>
      'Nothing was written. Give the name of a folder, or the page alone with --format html or docx.',
  },
  'no-template': {
    message: (p: { path: string }) => `There is no template ${p.path}.`,
    hint: () => 'Nothing was written. Check the name and the folder of the template.',
  },
  'name-too-long': {
    message: (p: { path: string }) => `The name ${p.path} is too long for this disk.`,
    hint: () => 'Nothing was written. Give a shorter name.',
  },
};
