import { withArticle } from './noun-forms.ts';
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
/** How many of the open risks are high. */
const ofThem = ({ open, high }: { open: number; high: number }): string =>
  open === 1
    ? `${high === 0 ? 'not ' : ''}high or very high`
    : `${high === 0 ? 'none' : high} of them high or very high`;
const named = (kind: string, title: string): string => (title === '' ? kind : `${kind}: ${title}`);
const sentence = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join(', ')}.`;

/** Words of the reports for the funder, the successor and the person. Days come as written text, `''` where there is none. */
export const reportRecords = {
  funder: {
    title: (p: { title: string }) => named("Funder's report", p.title),
    span: (p: { span: string }) => `Payment period ${p.span}.`,
    soFar: (p: { span: string; day: string }) => `${p.span}, as of ${p.day}`,
    own: 'To be written by the planner.',
    unplaced: 'Not under any heading',
    unplacedFacts: (p: { facts: string }) =>
      `These have no heading of the funder’s and are left out: ${p.facts}.`,
    labels: {
      title: 'Project',
      code: 'Project code',
      programme: 'Programme or fund',
      funder: 'Funder',
      decision: 'Funding decision',
      organisation: 'Organisation',
      partners: 'Partners',
      span: 'Duration',
      reported: 'Period reported',
    },
    objective: (p: { what: string; done: number; total: number }) =>
      p.total === 0
        ? `${p.what}: no activities recorded`
        : `${p.what}: ${p.done} of ${plural(p.total, 'activity', 'activities')} done`,
    noObjectives: 'No objectives recorded.',
    noActivities: 'Nothing is recorded of the activities in this period.',
    coverage: (p: { covered: number; total: number; word: string | null }) =>
      `${p.covered} of ${plural(p.total, 'unit', 'units')} ${p.covered === 1 ? 'has' : 'have'} ${withArticle(p.word ?? 'champion')}.`,
    participants: (p: { people: number; visits: number; others: number }) =>
      sentence([
        `${plural(p.people, 'person', 'people')} took part in meetings`,
        `${plural(p.visits, 'attendance', 'attendances')} in all`,
        p.others === 0 ? '' : `and ${p.others} counted without names`,
      ]),
    participantsOf: (p: { group: string; people: number; visits: number }) =>
      `${p.group}: ${plural(p.people, 'person', 'people')}, ${plural(p.visits, 'attendance', 'attendances')}`,
    noParticipants: 'No attendance is recorded in this period.',
    meetings: (p: { group: string; held: number; cancelled: number; mean: string }) =>
      `${p.group}: ${[
        `${p.held} held`,
        p.mean === '' ? '' : `${p.mean} present on average`,
        p.cancelled === 0 ? '' : `${p.cancelled} cancelled`,
      ]
        .filter((part) => part !== '')
        .join(', ')}`,
    noMeetings: 'No meetings were held in this period.',
    steering: (p: { held: number; decisions: number }) =>
      p.held === 0
        ? 'The steering group did not meet in this period.'
        : `The steering group met ${p.held === 1 ? 'once' : `${p.held} times`} and made ${plural(p.decisions, 'decision', 'decisions')}.`,
    decision: (p: { what: string; text: string; meeting: string; day: string }) =>
      `${p.what}${p.text === '' ? '' : `: ${p.text}`} (${[p.meeting, p.day].filter((part) => part !== '').join(', ')})`,
    communication: (p: { sent: number; promised: number; kept: number }) =>
      p.promised === 0
        ? `${plural(p.sent, 'piece', 'pieces')} of communication sent.`
        : `${plural(p.sent, 'piece', 'pieces')} of communication sent; of ${p.promised} promised for the period, ${p.kept} sent.`,
    sent: (p: { what: string; day: string; reach: string; evidence: string }) =>
      [`${p.day} ${p.what}`.trim(), p.reach === '' ? '' : `reached ${p.reach}`, p.evidence]
        .filter((part) => part !== '')
        .join(', '),
    risks: (p: { open: number; high: number }) =>
      `${plural(p.open, 'open risk', 'open risks')}, ${ofThem(p)}.`,
    topRisks: (p: { risks: string }) => `Highest by score: ${p.risks}.`,
    dueNow: (p: { day: string }) => `now ${p.day}`,
    dropped: (p: { what: string; reason: string }) =>
      `Dropped: ${p.what}${p.reason === '' ? '' : ` (${p.reason})`}`,
    cancelled: (p: { group: string; count: number }) =>
      `${p.group}: ${plural(p.count, 'meeting', 'meetings')} cancelled`,
    noDeviations: 'No deviations recorded.',
    indicator: (p: {
      what: string;
      unit: string;
      value: string;
      n: number | null;
      day: string;
      baseline: string;
      target: string;
    }) =>
      `${p.what}: ${p.value === '' ? 'not measured yet' : [p.value, p.unit].filter((part) => part !== '').join(' ')}${[
        p.n === null ? '' : `n = ${p.n}`,
        p.day,
        p.baseline === '' ? '' : `baseline ${p.baseline}`,
        p.target === '' ? '' : `target ${p.target}`,
      ]
        .filter((part) => part !== '')
        .map((part) => `; ${part}`)
        .join('')}`,
    payment: (p: {
      what: string;
      span: string;
      budget: string;
      spent: string;
      applied: string;
      paid: string;
    }) =>
      `${p.what} (${p.span}): ${
        [
          p.budget === '' ? '' : `budget ${p.budget}`,
          p.spent === '' ? '' : `spent ${p.spent}`,
          p.applied === '' ? '' : `applied for ${p.applied}`,
          p.paid === '' ? '' : `paid ${p.paid}`,
        ]
          .filter((part) => part !== '')
          .join(', ') || 'no sums recorded'
      }`,
    noMoney: 'No payment application is recorded for this period.',
    noDiary: 'Diary entries tagged “report” come here. None in this period.',
  },
  person: {
    title: (p: { name: string }) => `Data held on ${p.name}`,
    lead: (p: { code: string; project: string; day: string }) =>
      `Everything that the file of the project${p.project === '' ? '' : ` ${p.project}`} holds on ${p.code} on ${p.day}, including its trash and its history.`,
    inTrash: 'The record is in the trash.',
    trash: 'in the trash',
    record: 'Personal details',
    why: 'Why, and until when',
    purposes: {
      recruitment: 'Recruitment: the person has signed up or been asked.',
      membership: 'Running a group: the person is or has been a member.',
      attendance: 'Evidence of what the project has done: presence at meetings is shown to the funder.',
      named: 'Work of the project: the person is named as responsible, as a guest, or in some other part.',
    },
    notSet: 'not set',
    openEnded: 'not known',
    noPurpose: 'No other record names the person.',
    projectKeeps: (p: { day: string }) => `The project’s documents must be kept until ${p.day}.`,
    named: 'Named in other records',
    mentions: 'Mentioned in texts',
    noMentions: 'No text names the person.',
    perhaps: (p: { text: string }) => `perhaps: ${p.text}`,
    journal: 'History of the personal details',
    journalLead: 'The journal keeps each change of the person’s own record and when it was made.',
    operations: { add: 'added', change: 'changed', remove: 'moved to the trash', restore: 'brought back' },
    erased: 'erased',
    deputyFor: (p: { name: string }) => `deputy for ${p.name}`,
    columns: {
      role: 'Role in the project',
      purpose: 'Purpose',
      basis: 'Legal basis',
      until: 'Kept until',
      session: 'Meeting',
      day: 'Day',
      mark: 'Attendance',
      record: 'Record',
      as: 'As',
      register: 'Register',
      field: 'Field',
      text: 'Text',
      at: 'When',
      what: 'What',
      values: 'Details',
    },
  },
  handover: {
    title: (p: { title: string }) => named('Handover', p.title),
    lead: (p: { day: string }) =>
      `What is under way on ${p.day}, what is due next, whom to ask, what has been decided and what to watch.`,
    labels: { funderContact: 'Contact at the funder', keepUntil: 'Records kept until' },
    underWay: 'Under way',
    nothingUnderWay: 'Nothing is recorded as under way.',
    rounds: 'Recruitment rounds',
    round: (p: { what: string; state: string; closes: string; interested: number; selected: number }) =>
      `${p.what}: ${p.state}${p.closes === '' ? '' : `, closes ${p.closes}`}; ${p.interested} interested, ${p.selected} selected`,
    activities: 'Activities',
    actions: 'Open actions',
    groups: 'Groups and their next meetings',
    plans: 'Communication promised',
    due: (p: { day: string }) => `Due up to ${p.day}`,
    noDue: 'Nothing is due.',
    contacts: 'Contacts',
    noContacts: 'No members of groups recorded.',
    decisions: 'Decisions: open ones, and all of the last year',
    noDecisions: 'No decisions recorded.',
    risks: 'Open risks',
    noRisks: 'No open risks recorded.',
    diary: 'Latest diary entries',
    noDiary: 'The diary has no entries.',
    attachments: 'Kept elsewhere',
    attachmentsLead:
      'These are named in the records and are not in this folder: see that the successor gets to them.',
    files: 'What is in the folder',
    fileList: [
      'handover.html, handover.md and handover.docx: this page',
      'data/project.json: every record and link; luotsi import data/project.json makes the same project from it',
      'data/project.schema.json: what the fields of that file are',
      'data/csv: each register as a table that opens in a spreadsheet',
      'data/calendar.ics: meetings and due days for a calendar',
      'The journal of changes is in the project’s own file: hand that over too, as it is.',
    ],
    columns: {
      day: 'Day',
      what: 'What',
      record: 'Record',
      name: 'Name',
      jobTitle: 'Job title',
      group: 'Group',
      role: 'Role',
      email: 'E-mail',
      phone: 'Phone',
      decision: 'Decision',
      outcome: 'Outcome',
      activity: 'Activity',
      action: 'Action',
      state: 'State',
      due: 'Due',
      owner: 'Responsible',
      kind: 'Kind',
      next: 'Next',
      ahead: 'Planned',
      link: 'Link',
      audience: 'Audience',
      schedule: 'Schedule',
      place: 'Where',
    },
  },
};
