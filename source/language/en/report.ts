import { capital } from '../capital.ts';
import { champions, counted, withArticle } from './noun-forms.ts';
import { reports } from './reports.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const sentence = (parts: readonly string[]): string => {
  const text = parts.filter((part) => part !== '').join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** Words of the status report. Days and means come as written text, counts as numbers; `before` is null without a last time. */
export const report = {
  /** Words of the pages and pictures of all reports, and of the other kinds. */
  all: reports,
  title: (p: { title: string }) => `Status report: ${p.title}`,
  noTitle: 'Status report',
  noProject: 'The project has no title, start or end yet.',
  spanSinceMeeting: (p: { span: string; number: string }) =>
    p.number === ''
      ? `${p.span}, since the last steering group meeting`
      : `${p.span}, since steering group meeting ${p.number}`,
  spanSinceStart: (p: { span: string }) => `${p.span}, since the start of the project`,
  nextMeeting: (p: { day: string }) => `next steering group meeting ${p.day}`,
  endMoved: (p: { from: string; to: string }) => `The project’s last day moved from ${p.from} to ${p.to}.`,
  overall: 'Overall',
  byRules: (p: { colour: string }) => `(By the rules: ${p.colour}.)`,
  draftTitle: (p: { day: string }) => `Status report ${p.day}`,
  timeGone: (p: { percent: number }) => `${p.percent}% of the project’s time has passed.`,
  colours: { green: 'green', amber: 'amber', red: 'red', none: 'not assessed yet' },
  areas: { schedule: 'Schedule', money: 'Money', results: 'Results', people: 'People', risks: 'Risks' },
  lightCaption: 'State by area',
  lightHeadings: { area: 'Area', light: 'Light', why: 'Why' },
  why: {
    noDates: 'No activity has a due date.',
    onSchedule: (p: { total: number }) =>
      p.total === 1
        ? 'The one dated activity is not late.'
        : `None of the ${p.total} dated activities is late.`,
    late: (p: { late: number; total: number; worst: string; days: number }) =>
      `${p.late} of ${plural(p.total, 'dated activity', 'dated activities')} ${p.late === 1 ? 'is' : 'are'} late${
        p.late === 1 ? '' : ', most of all'
      }: ${p.worst}, ${plural(p.days, 'day', 'days')}.`,
    money: (p: { spent: string; budget: string; share: string; late: string }) =>
      sentence([
        p.budget === ''
          ? 'no ended period tells what was spent'
          : `${p.spent} spent of ${p.budget} in the periods that have ended`,
        p.share === '' ? '' : `${p.share} of the whole budget`,
        p.late === '' ? '' : `payment application late: ${p.late}`,
      ]),
    noMoney: 'No payment periods are recorded.',
    noResults: 'Nothing to measure by yet: no round has ended and no unit is covered.',
    results: (p: {
      word: string | null;
      covered: number;
      units: number;
      selected: number;
      target: number | null;
    }) =>
      sentence([
        p.units === 0
          ? ''
          : `${withArticle(p.word ?? 'champion')} in ${p.covered} of ${plural(p.units, 'unit', 'units')}`,
        p.target === null ? '' : `${p.selected} selected, target ${p.target}`,
      ]),
    noPeople: (p: { word: string | null }) => `No ${champions(p.word)} yet.`,
    people: (p: { count: string; left: number; came: number; attendance: string }) =>
      sentence([p.count, p.left === 0 || p.came === 0 ? '' : `${p.left} left, ${p.came} came`, p.attendance]),
    attendance: (p: { group: string; mean: string; sessions: number; before: string | null }) =>
      `${p.group}: ${p.mean} present on average at ${plural(p.sessions, 'meeting', 'meetings')}${p.before === null ? '' : ` (${p.before} before)`}`,
    noRisks: 'No open risks recorded.',
    risks: (p: { top: string | null; high: number; late: number; unassessed: number }) =>
      sentence([
        p.top ?? '',
        p.high === 0 ? 'no high risks' : `${plural(p.high, 'high risk', 'high risks')} in all`,
        p.late === 0 ? '' : `${plural(p.late, 'review', 'reviews')} late`,
        p.unassessed === 0 ? '' : `${p.unassessed} not assessed`,
      ]),
  },
  topRisk: (p: { risk: string; score: number; before: number | null }) =>
    `highest: ${p.risk}, score ${p.score}${p.before === null ? '' : ` (was ${p.before})`}`,
  champions: (p: { count: number; before: number | null; word: string | null }) =>
    `${counted(p.count, p.word)}${
      p.before === null ? '' : p.before === p.count ? ', as last time' : ` (${p.before} last time)`
    }`,
  figures: {
    heading: 'Figures',
    columns: { figure: 'Figure', now: 'Now', change: 'Since last time' },
    activities: 'Activities done',
    champions: (p: { word: string | null }) => capital(champions(p.word)),
    coverage: (p: { word: string | null }) => `Units with ${withArticle(p.word ?? 'champion')}`,
    candidates: (p: { code: string }) => `Interested in ${p.code}`,
    sessions: 'Meetings held',
    deliveries: 'Pieces of communication sent',
    risks: 'Open risks',
    actions: 'Open actions',
    ofThemHigh: (p: { count: number; part: number }) => `${p.count}, ${p.part} high`,
    ofThemLate: (p: { count: number; part: number }) => `${p.count}, ${p.part} late`,
    asBefore: 'same',
  },
  decisions: {
    heading: (p: { number: string; day: string }) =>
      p.number === ''
        ? `Decisions of the last meeting (${p.day})`
        : `Decisions of meeting ${p.number} (${p.day})`,
    none: 'The last meeting made no decisions.',
    actions: (p: { done: number; total: number }) => `${p.done}/${p.total} actions done`,
    earlier: (p: { count: number; codes: string }) =>
      `${plural(p.count, 'earlier decision is', 'earlier decisions are')} still open: ${p.codes}.`,
  },
  done: {
    heading: 'Done',
    none: 'Nothing is recorded as done in this period.',
    sessions: (p: { count: number; groups: string }) =>
      `${plural(p.count, 'meeting', 'meetings')} held: ${p.groups}`,
    counts: (p: { deliveries: number; actions: number }) =>
      [
        p.deliveries === 0 ? '' : `${plural(p.deliveries, 'piece', 'pieces')} of communication sent`,
        p.actions === 0 ? '' : `${plural(p.actions, 'action', 'actions')} done`,
      ]
        .filter((part) => part !== '')
        .join(', '),
    round: (p: { what: string; interested: number; selected: number }) =>
      `${p.what}: ${p.interested} interested, ${p.selected} selected`,
  },
  next: {
    heading: (p: { day: string }) => `Next, up to ${p.day}`,
    none: 'Nothing is planned with a day.',
    activity: (p: { what: string; day: string }) => `${p.what}, due ${p.day}`,
    opens: (p: { what: string; day: string }) => `${p.what} opens ${p.day}`,
    closes: (p: { what: string; day: string }) => `${p.what} closes ${p.day}`,
    sessions: (p: { count: number; groups: string }) =>
      `${plural(p.count, 'meeting', 'meetings')}: ${p.groups}`,
    rest: (p: { deliveries: number; actions: number }) =>
      [
        p.deliveries === 0 ? '' : `${plural(p.deliveries, 'piece', 'pieces')} of communication`,
        p.actions === 0 ? '' : `${plural(p.actions, 'action', 'actions')} due`,
      ]
        .filter((part) => part !== '')
        .join(', '),
  },
  asked: {
    heading: 'Decisions requested',
    none: 'The agenda has nothing to decide beyond its standing items.',
    noAgenda: 'The next meeting is not set yet.',
  },
  more: (p: { count: number }) => `and ${p.count} more`,
  plan: {
    heading: 'Objectives and work packages',
    none: 'No activities recorded.',
    columns: { activity: 'Activity', state: 'State', due: 'Due', change: 'Change' },
    progress: (p: { done: number; total: number }) => `${p.done}/${p.total} done`,
    withoutPackage: 'In no work package',
    objectives: 'By objective',
    objectiveColumns: { objective: 'Objective', done: 'Done' },
    finished: (p: { day: string }) => `done ${p.day}`.trim(),
    begun: 'begun',
    was: (p: { state: string }) => `was ${p.state}`,
    dueMoved: (p: { day: string }) => `due was ${p.day}`,
    lateBy: (p: { days: number }) => `${plural(p.days, 'day', 'days')} late`,
  },
  recruitment: {
    heading: 'Recruitment',
    none: 'No recruitment rounds recorded.',
    stageColumns: { stage: 'Reached', now: 'People', change: 'Since last time' },
    yield: (p: { selected: number; interested: number; percent: number }) =>
      `Of ${p.interested} interested, ${p.selected} selected: ${p.percent}%.`,
    target: (p: { target: number }) => `Target ${p.target}.`,
    lost: (p: { withdrawn: number; notSelected: number }) =>
      sentence([
        p.withdrawn === 0 ? '' : `${p.withdrawn} withdrew`,
        p.notSelected === 0 ? '' : `${p.notSelected} not selected`,
      ]),
    earlierRound: (p: { what: string; interested: number; selected: number }) =>
      `${p.what}: ${p.interested} interested, ${p.selected} selected; nothing new.`,
    coverage: 'Coverage by service area',
    coverageColumns: { area: 'Service area', units: 'Units covered', change: 'Since last time' },
    noArea: 'no area',
    all: 'All',
  },
  meetings: {
    heading: 'Clubs and groups',
    none: 'No groups recorded.',
    columns: {
      group: 'Group',
      held: 'Held',
      all: 'Total',
      cancelled: 'Cancelled',
      ahead: 'Planned',
      next: 'Next',
      attendance: 'Present, mean (n)',
      before: 'Before',
    },
    meanOf: (p: { mean: string; sessions: number }) => `${p.mean} (${p.sessions})`,
    topics: (p: { group: string; topics: string }) => `${p.group}, topics: ${p.topics}`,
    note: 'Before: the same number of days just before this period.',
  },
  risks: {
    heading: 'Risks',
    matrix: (p: { count: number }) =>
      `Matrix: ${plural(p.count, 'assessed open risk', 'assessed open risks')}`,
    corner: 'Impact \u2193 probability \u2192',
    top: 'Highest',
    columns: { risk: 'Risk', score: 'Score', target: 'Target', change: 'Since last time', owner: 'Owner' },
    isNew: 'new',
    notAssessed: 'not assessed',
    moved: 'Moved',
    movedItem: (p: { risk: string; before: number; after: number; reason: string }) =>
      `${p.risk}: ${p.before} → ${p.after}${p.reason === '' ? '' : `. ${p.reason}`}`,
    notMoved: 'No score has moved since last time.',
    appeared: 'New',
    realised: 'Realised',
    escalated: 'Taken to the steering group',
    closed: 'Closed',
  },
  communication: {
    heading: 'Communication',
    none: 'No communication plan recorded.',
    columns: {
      audience: 'Audience',
      promised: 'Promised',
      kept: 'Of these sent',
      sent: 'All sent',
      late: 'Late',
      last: 'Last sent',
      next: 'Next',
    },
    before: (p: { sent: number; before: number }) =>
      `${p.sent} sent in this period, ${p.before} in the same number of days before it.`,
    skipped: (p: { what: string; reason: string }) =>
      `Skipped: ${p.what}${p.reason === '' ? '' : ` (${p.reason})`}`,
    late: (p: { what: string; days: number }) => `Late: ${p.what}, ${plural(p.days, 'day', 'days')}`,
  },
  money: {
    heading: 'Money by payment period',
    columns: {
      period: 'Payment period',
      budget: 'Budget',
      spent: 'Spent',
      share: 'Of budget',
      applied: 'Applied for',
      paid: 'Paid',
    },
    all: 'Whole project',
    share: (p: { share: string; time: number | null }) =>
      `${p.share} of the budget has been spent${p.time === null ? '' : `; ${p.time}% of the time has passed`}.`,
  },
  indicators: {
    heading: 'Indicators',
    columns: {
      indicator: 'Indicator',
      baseline: 'Baseline',
      target: 'Target',
      now: 'Now',
      day: 'Day',
      before: 'Last time',
    },
    notYet: 'not measured yet',
    few: (p: { codes: string }) => `Indicative only, fewer than 50 answers: ${p.codes}.`,
  },
  results: {
    heading: 'What the results need after the project',
    columns: { result: 'Result', state: 'State', keeper: 'Owner after the project', needs: 'Needs' },
    noKeeper: 'not agreed',
  },
  actions: {
    heading: 'Actions',
    none: 'No actions recorded.',
    counts: (p: { open: number; done: number; late: number }) =>
      `${p.open} open, ${p.late === 0 ? 'none late' : `${p.late} of them late`}; ${p.done} done in this period.`,
    columns: { action: 'Late action', owner: 'Owner', due: 'Due', days: 'Days late' },
    noOwner: 'not named',
    doneList: (p: { titles: string }) => `Done: ${p.titles}`,
  },
  changes: {
    heading: 'Changes since last time',
    none: 'Nothing has changed in the file.',
    columns: { register: 'Register', added: 'New', changed: 'Changed', removed: 'Removed' },
  },
  nobody: '–',
  footer: (p: { day: string; seq: number }) =>
    `Drawn by Luotsi as of ${p.day}, step ${p.seq} of the journal.`,
};
