import { capital } from '../capital.ts';
import { champions } from './noun-forms.ts';
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
/** How many of the open risks are high. */
const ofThem = ({ open, high }: { open: number; high: number }): string =>
  open === 1
    ? `${high === 0 ? 'not ' : ''}high or very high`
    : `${high === 0 ? 'none' : high} of them high or very high`;
const named = (kind: string, title: string): string => (title === '' ? kind : `${kind}: ${title}`);

/** Words of the other reports. Days come as written text, `''` where there is none. */
export const reportKinds = {
  promise: (p: { what: string; owner: string; day: string; state: 'open' | 'done' | 'dropped' }) =>
    `${p.what}: ${p.owner}${p.day === '' ? '' : `, ${p.day}`} (${p.state})`,
  risks: {
    title: (p: { title: string }) => named('Risk register', p.title),
    counts: (p: { day: string; open: number; high: number; over: number }) =>
      `As of ${p.day}: ${plural(p.open, 'open risk', 'open risks')}, ${ofThem(p)}; ${p.over} closed or realised.`,
    standings: 'Overview',
    allOpen: 'Open risks',
    each: 'Risk by risk',
    over: 'Closed and realised risks',
    notAssessed: 'not assessed',
    neverAssessed: 'This risk has not been assessed yet.',
    measures: 'Measures',
    history: (p: { risk: string }) => `Assessments: ${p.risk}`,
    columns: {
      risk: 'Risk',
      score: 'Score',
      level: 'Level',
      sinceFirst: 'Since first assessed',
      since: (p: { day: string }) => `Since ${p.day}`,
      owner: 'Owner',
      review: 'Next review',
      day: 'Day',
      probability: 'Probability',
      impact: 'Impact',
      change: 'Change',
      reason: 'Reason',
      author: 'Assessed by',
    },
    labels: {
      category: 'Category',
      state: 'State',
      cause: 'Cause',
      event: 'Event',
      effect: 'Effect',
      owner: 'Owner',
      response: 'Response',
      handling: 'Handling',
      proximity: 'Proximity',
      target: 'Residual target',
      identified: 'Identified',
    },
  },
  communication: {
    title: (p: { title: string }) => named('Communication plan and what was delivered', p.title),
    counts: (p: { promised: number; sent: number; missed: number }) =>
      `${plural(p.sent, 'piece', 'pieces')} sent, ${p.missed} late or skipped.`,
    plan: 'The plan',
    delivered: 'What was delivered',
    nothing: 'Nothing in this period.',
    late: 'late',
    next: (p: { what: string; day: string }) => `Next: ${p.what}${p.day === '' ? '' : `, ${p.day}`}.`,
    columns: {
      delivery: 'Piece',
      means: 'Means',
      day: 'Day',
      state: 'State',
      reach: 'Reach',
      evidence: 'Evidence',
    },
  },
  minutes: {
    title: (p: { group: string; number: string }) => `Minutes: ${p.group} ${p.number}`,
    notHeld: (p: { state: string }) => `This meeting has not been held: ${p.state}.`,
    labels: {
      project: 'Project',
      time: 'Time',
      place: 'Place',
      topic: 'Topic',
      guest: 'Guest',
      dnro: 'Register number',
      minutes: 'Minutes',
    },
    roster: 'Present',
    noRoster: 'The group had no members on that day.',
    notMarked: 'not marked',
    present: (p: { present: number; members: number }) =>
      `${p.present} of ${plural(p.members, 'member', 'members')} present.`,
    quorum: (p: { isQuorate: boolean; quorum: number }) =>
      p.isQuorate ? `Quorum (${p.quorum}) was reached.` : `Quorum (${p.quorum}) was not reached.`,
    guests: (p: { names: string }) => `Also present: ${p.names}.`,
    others: (p: { count: number }) => `${plural(p.count, 'other', 'others')} present.`,
    columns: {
      name: 'Name',
      role: 'Role',
      mark: 'Attendance',
      action: 'Action',
      owner: 'Owner',
      due: 'Due',
      state: 'State',
    },
    agenda: 'Agenda',
    presenter: (p: { name: string }) => `Presented by ${p.name}`,
    decision: (p: { what: string }) => `Decision ${p.what}.`,
    decisions: 'Decisions',
    actions: 'Actions',
    text: 'Notes',
    next: 'Next meeting',
  },
  invitation: {
    title: (p: { group: string; number: string }) => `Invitation: ${p.group} ${p.number}`.trim(),
    cancelled: 'The session has been cancelled.',
    link: 'Link',
    agenda: 'Agenda',
    background: 'Background',
    invited: 'Invited',
    columns: { item: 'Item', presenter: 'Presenter', minutes: 'Minutes' },
  },
  champions: {
    title: (p: { title: string; word: string | null }) => named(capital(champions(p.word)), p.title),
    counts: (p: { day: string; listed: number; unlisted: number }) =>
      `On ${p.day}: ${plural(p.listed, 'person', 'people')}.${
        p.unlisted === 0
          ? ''
          : ` ${p.unlisted} more ${p.unlisted === 1 ? 'has' : 'have'} not agreed to be published.`
      }`,
    noArea: 'No service area',
    noUnit: 'no unit',
    columns: {
      unit: 'Unit',
      name: (p: { word: string | null }) => capital(p.word ?? 'champion'),
      jobTitle: 'Job title',
      area: 'Service area',
      email: 'E-mail',
      phone: 'Phone',
    },
  },
  week: {
    title: (p: { title: string; span: string }) => named(`Weekly summary, ${p.span}`, p.title),
    did: 'Done',
    didNothing:
      'Nothing is recorded as done. Meetings held, actions done, messages sent and diary entries come here.',
    diary: 'From the diary',
    columns: { day: 'Day', entry: 'Entry' },
    held: (p: { what: string; day: string; present: number | null }) =>
      `${p.what} (${p.day}${p.present === null ? '' : `, ${p.present} present`})`,
    cancelled: (p: { what: string; day: string }) => `Cancelled: ${p.what} (${p.day})`,
    done: (p: { what: string; outcome: string }) => (p.outcome === '' ? p.what : `${p.what}. ${p.outcome}`),
    sent: (p: { what: string; day: string }) => `Sent: ${p.what} (${p.day})`,
    next: (p: { day: string }) => `Next, up to ${p.day}`,
    nextNothing:
      'Nothing is planned with a day. Meetings, actions, messages and risk reviews that have one come here.',
    actionDue: (p: { what: string; owner: string; day: string }) =>
      `${p.what}${p.owner === '' ? '' : `, ${p.owner}`}, due ${p.day}`,
    deliveryDue: (p: { what: string; day: string }) => `To be sent: ${p.what}, ${p.day}`,
    reviewDue: (p: { what: string; day: string }) => `Risk review: ${p.what}, ${p.day}`,
    help: 'Needs help',
    helpNothing: 'Nothing is late. Diary entries tagged “help” come here as well.',
    actionLate: (p: { what: string; owner: string; day: string }) =>
      `Late: ${p.what}${p.owner === '' ? '' : `, ${p.owner}`}, was due ${p.day}`,
    deliveryLate: (p: { what: string; day: string }) => `Not sent yet: ${p.what}, was due ${p.day}`,
    reviewLate: (p: { what: string; score: number | null; day: string }) =>
      `Risk review late: ${p.what}${p.score === null ? '' : `, score ${p.score}`}, was due ${p.day}`,
  },
};
