/** Where one is: the screen, its tab and the pages that lie over it. Shown in the rule under the tabs, and as the terminal's title. */
import { messages, type Language } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { formatDay, formatMonth, formatWeek, isoWeek } from '../../services/reading/days.ts';
import { recordIdentity } from '../../services/reading/record-view.ts';
import type { Project } from '../../services/project/project.ts';
import { ruleLine } from '../../widgets/lines/bars.ts';
import { line, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { cellWidth, cut, safe } from '../../widgets/lines/text.ts';
import { capital } from '../record/record-lines.ts';
import { nameOfTab } from '../register/strip-line.ts';
import { pagesOf, tabOf, tabsOf, type Page, type SessionState } from '../session/session.ts';

/** A record by its code, with its name where it is the last that is said. */
function recordCrumb(project: Project, id: number, isLast: boolean): string {
  const found = recordIdentity(project, id);
  const { code = null, heading = '' } = found ?? {};
  if (code === null) return heading;
  return isLast ? `${code} ${heading}` : code;
}

function pageCrumb(project: Project, page: Page, language: Language, isLast: boolean): string {
  const words = messages(language).console.crumbs;
  switch (page.kind) {
    case 'record':
      return recordCrumb(project, page.id, isLast);
    case 'form':
      return page.id === null
        ? messages(language).console.form.newOne(registerOf(page.register).label.one[language])
        : `${words.edit} ${recordCrumb(project, page.id, isLast)}`;
    case 'history':
      return page.id === null ? words.history : `${words.history} ${recordCrumb(project, page.id, false)}`;
    case 'running':
      return `${page.pane === 'agenda' ? words.agenda : words.attendance} ${recordCrumb(project, page.id, isLast)}`;
    case 'papers':
      return `${words[page.paper]} ${recordCrumb(project, page.id, isLast)}`;
    case 'mentions':
      return messages(language).people.anonymise.crumb(recordCrumb(project, page.person, isLast));
    case 'calendar':
      return page.span === 'week'
        ? capital(formatWeek(isoWeek(page.day).week, language))
        : capital(formatMonth(page.day, language));
    case 'day':
    default:
      return formatDay(page.day, language, 'full');
  }
}

/** The screen first; a tab only where the screen has several and it isn't called as the screen is. */
export function crumbsOf(project: Project, state: SessionState): readonly string[] {
  const { language, screen } = state;
  const name = messages(language).console.screens[screen];
  const { tab } = tabOf(state);
  const tabName = tab === null || tabsOf(state).length < 2 ? name : nameOfTab(tab, language);
  const pages = pagesOf(state);
  const told = pages.map((page, index) => pageCrumb(project, page, language, index === pages.length - 1));
  return [name, ...(tabName === name ? [] : [tabName]), ...told].map(safe);
}

/** As many of them as fit: those in the middle go first, and last the end of where one is. */
export function crumbText(crumbs: readonly string[], width: number, unicode: boolean): string {
  const arrow = unicode ? ' › ' : ' > ';
  const whole = crumbs.join(arrow);
  if (cellWidth(whole) <= width || crumbs.length < 2) return cut(whole, width);
  const [first = ''] = crumbs;
  const last = crumbs.at(-1) ?? '';
  for (let from = 2; from < crumbs.length; from += 1) {
    const shorter = [first, '…', ...crumbs.slice(from)].join(arrow);
    if (cellWidth(shorter) <= width) return shorter;
  }
  const least = `${first}${arrow}${crumbs.length > 2 ? `…${arrow}` : ''}`;
  return cellWidth(least) + 8 > width ? cut(last, width) : least + cut(last, width - cellWidth(least));
}

/** The rule under the tabs with where one is in it, once a page lies over the screen. */
export function crumbLine(
  crumbs: readonly string[],
  {
    width,
    joint,
    unicode,
  }: { readonly width: number; readonly joint: number | null; readonly unicode: boolean },
): StyledLine {
  const rule = ruleLine(width, joint, '┬', unicode);
  const room = (joint ?? width) - 6;
  if (crumbs.length === 0 || room < 10) return rule;
  const text = ` ${crumbText(crumbs, room, unicode)} `;
  const dashes = rule[0]?.text ?? '';
  return [
    ...line(dashes.slice(0, 2), 'border'),
    span(text, 'accent'),
    span(dashes.slice(2 + cellWidth(text)), 'border'),
  ];
}
