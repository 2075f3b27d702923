/** Who is here, as lines: members of the day by role, then guests. Pure. */
import { registerOf } from '../../registers/index.ts';
import { messages, type Language } from '../../language/index.ts';
import type { SessionView } from '../../services/meetings/closing.ts';
import type { Mark } from '../../services/meetings/roster.ts';
import {
  fitLine,
  line,
  span,
  spread,
  wholeLine,
  type StyledLine,
  type Tone,
} from '../../widgets/lines/styled.ts';
import { safe } from '../../widgets/lines/text.ts';
import { windowed, type PaneLook } from './agenda-lines.ts';

/** One row of the roster: a member's seat or a guest. */
export interface RosterEntry {
  readonly person: number;
  readonly name: string;
  /** Null for a guest. */
  readonly role: string | null;
  /** What the project itself calls the role. */
  readonly ownRole: string | null;
  readonly mark: Mark | null;
  readonly deputyName: string | null;
  readonly deputies: readonly number[];
  readonly isGuest: boolean;
}

export function rosterEntries({ roster }: SessionView): RosterEntry[] {
  const members = roster.members.map((one) => ({ ...one, role: one.role ?? 'member', isGuest: false }));
  const guests = roster.guests.map((one) => ({
    ...one,
    role: null,
    ownRole: null,
    deputyName: null,
    deputies: [],
    isGuest: true,
  }));
  return [...members, ...guests];
}

const signs: Readonly<Record<Mark, readonly [string, string, Tone]>> = {
  present: ['●', '*', 'good'],
  deputy: ['◐', 's', 'good'],
  apology: ['○', 'z', 'muted'],
  recording: ['▷', 'w', 'planned'],
  absent: ['✗', '-', 'warn'],
};

function entryLine(entry: RosterEntry, chosen: boolean, look: PaneLook): StyledLine {
  const { width, language, unicode, focused } = look;
  const words = messages(language).running;
  const [sign, ascii, tone] = entry.mark === null ? ['·', '.', 'muted' as const] : signs[entry.mark];
  const role =
    entry.role === null
      ? words.guest
      : (entry.ownRole ?? registerOf('membership').fields['role']?.choices?.[entry.role]?.[language] ?? '');
  const mark = entry.mark === null ? '' : ` ${words.marks[entry.mark]} `;
  const who = entry.deputyName === null ? entry.name : `${entry.name} (${entry.deputyName})`;
  // Whose role says nothing new is named alone; where there is little room it is the role that is cut.
  const about = entry.role === 'member' ? '' : `, ${role}`;
  const name = [span(safe(who)), span(safe(about), 'muted')];
  const left: StyledLine = [
    span(chosen ? (unicode ? '›' : '>') : ' '),
    span(`${unicode ? sign : ascii} `, tone),
    ...name,
  ];
  // Only a mark that is there takes room from the name.
  const row = spread(left, mark === '' ? [] : [span(mark, tone)], width);
  return chosen && focused ? wholeLine(row, width, 'selected') : fitLine(row, width);
}

/** `läsnä 12/18 · päätösvaltainen (5) · 2 vierasta` */
export function standingText({ roster, session }: SessionView, language: Language): string {
  const words = messages(language).running;
  const { present, voters, quorum, isQuorate } = roster;
  const guests = roster.guests.filter(({ mark }) => mark === 'present').length + (session.others ?? 0);
  return [
    words.present(present, voters),
    quorum === null ? '' : isQuorate === true ? words.quorate(quorum) : words.notQuorate(quorum),
    guests === 0 ? '' : words.guests(guests),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

export function rosterLines(look: PaneLook): StyledLine[] {
  const { view, cursor, width, height, language } = look;
  const words = messages(language).running;
  const entries = rosterEntries(view);
  const indexed = entries.map((entry, index) => ({ entry, index }));
  const rows = windowed(indexed, cursor, height - 1).map(({ entry, index }) =>
    entryLine(entry, index === cursor, look),
  );
  const none = entries.length === 0 ? [line(` ${words.noRoster}`, 'muted')] : rows;
  return [line(` ${words.roster}`, 'heading'), ...none].slice(0, height).map((one) => fitLine(one, width));
}
