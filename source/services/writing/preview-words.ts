/** A preview in words, for the command line and the console alike, and as scripts read it. */
import { formatDay, formatLocalTime, formatSpan } from '../../domain/days/format-day.ts';
import { localDay } from '../../domain/days/day.ts';
import { messages, type Language } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { identityById } from '../../store/records/records.ts';
import { allFields, codeOf } from '../reading/outward.ts';
import { shownIn } from '../reading/shown.ts';
import type { Preview, PreviewChange, PreviewDay, PreviewItem } from './preview.ts';
import type { EndMove } from '../project/project-end.ts';
import type { Project } from '../project/project.ts';

/** A line of a preview: what a part of it is, or one thing of it. */
export interface PreviewRow {
  readonly kind: 'heading' | 'item' | 'warning';
  readonly text: string;
}

/** Every line of a preview; one that changes no other record says so. `of` are uids of records that are changed themselves. */
export function previewRows(
  project: Project,
  preview: Preview,
  language: Language,
  of: ReadonlySet<string> = new Set(),
): PreviewRow[] {
  const words = messages(language).plan.preview;
  const { comes, goes, moves } = preview;
  const changes = preview.changes.filter(({ uid, register }) => !of.has(uid) && register !== 'project');
  const part = (count: number, heading: (count: number) => string, texts: readonly string[]): PreviewRow[] =>
    count === 0
      ? []
      : [
          { kind: 'heading', text: heading(count) },
          ...texts.map((text): PreviewRow => ({ kind: 'item', text })),
        ];
  const rows = [
    ...part(comes.length, words.comes, byRule(project, comes, language)),
    ...part(goes.length, words.goes, byRule(project, goes, language)),
    ...part(
      moves.length,
      words.moves,
      moves.map((item) => movedText(item, language)),
    ),
    ...part(
      changes.length,
      words.changes,
      changes.map((one) => changeText(project, one, language)),
    ),
  ];
  return rows.length > 0 ? rows : [{ kind: 'item', text: words.nothing }];
}

/** The same of a new end of the project, with what stays beyond it. */
export function endMoveRows(project: Project, move: EndMove, language: Language): PreviewRow[] {
  const words = messages(language).plan.preview;
  const from = move.from === null ? '–' : formatDay(move.from, language);
  const beyond = move.beyond.map(({ code, heading, day }): PreviewRow => ({
    kind: 'item',
    text: `${code ?? ''} ${heading} · ${formatDay(day, language)}`.trim(),
  }));
  return [
    { kind: 'heading', text: words.end({ from, to: formatDay(move.to, language) }) },
    ...previewRows(project, move.preview, language),
    ...(beyond.length > 0
      ? [{ kind: 'warning' as const, text: words.beyond(beyond.length) }, ...beyond]
      : []),
  ];
}

/** What comes or goes, rule by rule: its name, how many, from which day to which. */
function byRule(project: Project, items: readonly PreviewItem[], language: Language): string[] {
  const groups = new Map<string, PreviewItem[]>();
  for (const item of items) {
    const key = `${item.register} ${item.rule ?? item.uid}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    if (first === undefined) return '';
    const days = group.map(({ before, after }) => localDay((after ?? before)?.day ?? '')).filter(Boolean);
    const [from = '', to = from] = [days[0], days.at(-1)];
    const rule = first.rule === null ? null : identityById(project.store, first.rule);
    const count = messages(language).plan.count[first.register]?.(group.length) ?? String(group.length);
    const span = from === '' ? '' : ` · ${formatSpan({ from, to }, language)}`;
    return `${rule?.heading ?? first.heading} · ${count}${span}`;
  });
}

function movedText({ code, heading, before, after }: PreviewItem, language: Language): string {
  const shown = (day: PreviewDay | null): string => (day === null ? '' : dayText(day, language));
  return `${code ?? ''} ${heading} · ${shown(before)} → ${shown(after)}`.trim();
}

function dayText({ day, late }: PreviewDay, language: Language): string {
  if (day === '') return messages(language).plan.preview.nothingDay;
  if (late !== null) return formatSpan({ from: day, to: late }, language);
  return day.includes('T') ? formatLocalTime(day, language) : formatDay(day, language);
}

function changeText(project: Project, one: PreviewChange, language: Language): string {
  const field = allFields(registerOf(one.register))[one.field];
  if (field === undefined) return one.heading;
  const { full } = shownIn(project, language);
  const shown = (value: unknown): string => full(field, value) || '–';
  return `${one.code ?? ''} ${one.heading} · ${shown(one.before)} → ${shown(one.after)}`.trim();
}

/** Names of rules and records in place of ids; what scripts read. */
export function previewJson(project: Project, preview: Preview): Record<string, unknown> {
  const item = ({ rule, ...rest }: PreviewItem): Record<string, unknown> => ({
    ...rest,
    rule: rule === null ? null : (identityById(project.store, rule)?.heading ?? null),
  });
  const value = (one: PreviewChange, of: unknown): unknown => {
    const field = allFields(registerOf(one.register))[one.field];
    return field?.to !== undefined && typeof of === 'number' ? codeOf(project, of) : of;
  };
  return {
    comes: preview.comes.map(item),
    goes: preview.goes.map(item),
    moves: preview.moves.map(item),
    changes: preview.changes.map((one) => ({
      ...one,
      before: value(one, one.before),
      after: value(one, one.after),
    })),
  };
}
