/** Which screens there are, and which registers stand on each. Here and in overrides.ts alone are registers named. */
import type { ActionId } from '../../keys/actions.ts';
import type { Label } from '../../language/language.ts';
import type { SavedView } from './saved-views.ts';

export const screenNames = [
  'today',
  'recruitment',
  'meetings',
  'risks',
  'communication',
  'reports',
  'people',
  'more',
] as const;

export type ScreenName = (typeof screenNames)[number];

/** A page of a screen: the list of a register, or a view made by hand (views.tsx draws it by the tab's id). */
export interface ScreenTab {
  readonly kind: 'register' | 'view';
  /** '' where the page is of no one register. */
  readonly register: string;
  /** Its cursor and filter are kept under this. */
  readonly id: string;
  /** Only records that name one of another register: measures are the actions that come from a risk. */
  readonly naming?: { readonly field: string; readonly register: string };
  /** Only records that fit a filter, with the columns and order that suit them. */
  readonly narrowed?: {
    readonly where: string;
    readonly sort: string;
    readonly columns: readonly string[];
    /** What is said where there are none. */
    readonly empty?: Label;
  };
  /** What it is called where it is not the whole register. */
  readonly label?: Label;
  /** The saved view that it is of its list. */
  readonly saved?: SavedView;
}

const tab = (register: string): ScreenTab => ({ kind: 'register', register, id: register });
const view = <const Id extends string>(id: Id, label: Label) =>
  ({ kind: 'view', register: '', id, label }) as const satisfies ScreenTab;

const trash = view('trash', { fi: 'Roskakori', en: 'Trash' });
const copies = view('copies', { fi: 'Varmuuskopiot', en: 'Copies' });
const figures = view('figures', { fi: 'Luvut', en: 'Figures' });
const funnel = view('funnel', { fi: 'Suppilo', en: 'Funnel' });
const coverage = view('coverage', { fi: 'Kattavuus', en: 'Coverage' });
const history = view('history', { fi: 'Historia', en: 'History' });

const reportPreview = view('reportPreview', { fi: 'Katsaus', en: 'Reading' });

const riskMatrix = view('riskMatrix', { fi: 'Lämpökartta', en: 'Heat map' });
const planCalendar = view('planCalendar', { fi: 'Kalenteri', en: 'Calendar' });
const planFollow = view('planFollow', { fi: 'Toteuma', en: 'Follow-up' });

/** Every tab made by hand: each has its component in views.tsx. */
export type ViewName = (
  | typeof trash
  | typeof copies
  | typeof history
  | typeof reportPreview
  | typeof figures
  | typeof funnel
  | typeof coverage
  | typeof riskMatrix
  | typeof planCalendar
  | typeof planFollow
)['id'];

const measures: ScreenTab = {
  ...tab('action'),
  id: 'measure',
  naming: { field: 'source', register: 'risk' },
  label: { fi: 'Hallintatoimenpiteet', en: 'Measures' },
};

const warnings: ScreenTab = {
  ...tab('risk'),
  id: 'riskWarnings',
  narrowed: {
    where: '-warnings:',
    sort: '-score,code',
    columns: ['code', 'title', 'warnings', 'score', 'owner', 'review'],
    empty: { fi: 'Ei huomioita.', en: 'No warnings.' },
  },
  label: { fi: 'Huomiot', en: 'Warnings' },
};

/** Tabs of each screen; Today has a page of its own. */
export const tabsOfScreen: Readonly<Record<ScreenName, readonly ScreenTab[]>> = {
  today: [],
  recruitment: [tab('round'), tab('candidate'), funnel, coverage],
  meetings: [tab('session'), tab('group'), tab('decision'), tab('action'), tab('topic'), figures],
  risks: [tab('risk'), riskMatrix, warnings, measures, tab('swot')],
  communication: [tab('plan'), tab('delivery'), planCalendar, planFollow],
  reports: [reportPreview, tab('report'), tab('indicator'), tab('payment'), tab('deliverable')],
  people: [tab('person'), tab('unit'), tab('membership'), tab('purpose')],
  more: [
    tab('project'),
    tab('objective'),
    tab('package'),
    tab('activity'),
    tab('diary'),
    trash,
    history,
    copies,
  ],
};

export function actionOfScreen(screen: ScreenName): ActionId {
  return `screen.${screen}`;
}
