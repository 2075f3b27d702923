import { screenNames, tabsOfScreen, type ScreenName } from '../../source/screens/session/navigation.ts';
import type { Page } from '../../source/screens/session/session.ts';
import type { Terminal } from './pseudo-terminal.ts';

/** A thing that can stand on the screen, and the keys that bring it there from Today at its top. */
export interface Place {
  readonly id: string;
  readonly title: string;
  readonly keys: readonly string[];
  /** Typed in one go after the keys. */
  readonly text?: string;
  /** Drawn for the docs. */
  readonly pictured: boolean;
}

const keyOf = (screen: ScreenName): string => String(screenNames.indexOf(screen) + 1);

const screens: readonly Place[] = screenNames.flatMap((screen) => {
  const tabs = tabsOfScreen[screen].map(({ id }, index): Place => ({
    id: `${screen}-${id}`,
    title: `${screen}: ${id}`,
    keys: [keyOf(screen), ...Array.from({ length: index }, () => '.')],
    pictured: true,
  }));
  return tabs.length > 0 ? tabs : [{ id: screen, title: screen, keys: [keyOf(screen)], pictured: true }];
});

/** The steering group's next meeting, tenth on Today. */
const steering = ['1', ...Array.from({ length: 9 }, () => 'j')];

/** Comes only when somebody has been anonymised, which nothing takes back: its own journey shows it. */
type Reached = 'mentions';

/** The pages that lie over a screen; a kind of page without its keys does not compile. */
const pages: Readonly<Record<Exclude<Page['kind'], Reached>, readonly string[]>> = {
  record: ['4', 'Enter'],
  form: ['4', 'e'],
  history: ['4', 'Enter', 'i'],
  running: [...steering, 'V'],
  papers: [...steering, 'M'],
  calendar: ['K'],
  day: ['K', 'Enter'],
};

const overlays: readonly (Omit<Place, 'pictured'> & { readonly pictured?: boolean })[] = [
  { id: 'attendance', title: 'attendance', keys: [...steering, 'W'] },
  { id: 'week', title: 'calendar of a week', keys: ['K', 'w'] },
  { id: 'palette', title: 'palette', keys: [':'], text: 'ohjaus' },
  { id: 'help', title: 'help', keys: ['4', '?'] },
  { id: 'filter', title: 'filter', keys: ['4', '/'], text: 'henkil' },
  { id: 'sort', title: 'order', keys: ['4', 's'], pictured: false },
  { id: 'views', title: 'saved views', keys: ['4', 'F'], pictured: false },
  { id: 'marks', title: 'marked rows', keys: ['4', 'Space', 'Space', 'Space'], pictured: false },
  { id: 'earlier-day', title: 'an earlier day is asked for', keys: ['H'] },
  { id: 'earlier', title: 'an earlier day', keys: ['4', '.', 'H', 'Enter'] },
  { id: 'quick-add', title: 'quick add', keys: ['a'], text: 'soita huomenna' },
  { id: 'remove', title: 'to the trash', keys: ['4', 'D'], pictured: false },
  { id: 'assess', title: 'assessing a risk', keys: ['4', 'r'] },
  { id: 'state', title: 'state', keys: ['4', 'm'], pictured: false },
  { id: 'owner', title: 'owner', keys: ['4', 'o'], pictured: false },
  { id: 'new', title: 'what is added', keys: ['1', 'n'], pictured: false },
  { id: 'new-under', title: 'what is added under a record', keys: ['3', '.', 'N'], pictured: false },
  { id: 'form-plan', title: 'form of a plan line', keys: ['5', 'e'], pictured: false },
  { id: 'form-session', title: 'form of a session', keys: ['1', 'j', 'j', 'j', 'e'], pictured: false },
  { id: 'record-unit', title: 'record of a unit', keys: ['7', '.', 'Enter'], pictured: false },
  {
    id: 'record-session',
    title: 'record of a session',
    keys: ['1', 'j', 'j', 'j', 'Enter'],
    pictured: false,
  },
];

/** Every screen with its tabs, every page over them, and what opens over both. */
export const places: readonly Place[] = [
  ...screens,
  ...Object.entries(pages).map(([kind, keys]): Place => ({ id: kind, title: kind, keys, pictured: true })),
  ...overlays.map((one): Place => ({ pictured: true, ...one })),
];

/** Goes from place to place: all that lies over a screen is closed first, and its tabs turned to the first. */
export class Walker {
  private readonly terminal: Terminal;
  private readonly turned = new Map<string, number>();

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  async to({ keys, text }: Place): Promise<string[]> {
    const before = (await this.home()).join('\n');
    for (const key of keys) {
      this.terminal.press(key);
      await this.terminal.settled(40);
    }
    this.remember(keys);
    if (text !== undefined) this.terminal.type(text);
    const screen = await this.terminal.settled();
    return keys.join() === '1' ? screen : this.changedFrom(before, screen);
  }

  /** A report is made before anything of it is drawn. */
  private async changedFrom(before: string, screen: string[]): Promise<string[]> {
    let now = screen;
    for (let waits = 0; waits < 100 && now.join('\n') === before; waits += 1)
      now = await this.terminal.settled(200);
    return now;
  }

  /** To Today's own page with its cursor on the first row; every other screen back to its first tab. */
  private async home(): Promise<string[]> {
    for (let times = 0; times < 3; times += 1) {
      this.terminal.press('Esc');
      await this.terminal.settled(40);
    }
    for (const [screen, count] of this.turned) {
      // Twice: the first goes there, the second closes what lies over it.
      this.terminal.press(screen, screen, ...Array.from({ length: count }, () => ','));
      await this.terminal.settled(40);
    }
    this.turned.clear();
    this.terminal.press('1', '1', 'Home');
    await this.terminal.expect(/^ (MYÖHÄSSÄ|LATE) /m, { timeout: 20_000 });
    return this.terminal.settled(60);
  }

  private remember(keys: readonly string[]): void {
    const [screen = ''] = keys;
    if (/^\d$/.test(screen)) this.turned.set(screen, keys.filter((key) => key === '.').length);
  }
}
