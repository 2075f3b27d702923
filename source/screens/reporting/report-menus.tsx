/** What is chosen on the Reports screen: which report, of what days, in which form, and to whom it goes. */
import { messages } from '../../language/index.ts';
import { reportFormats, type ReportFormat } from '../../registers/report.ts';
import { registerOf } from '../../registers/index.ts';
import { formatDay, formatSpan } from '../../services/reading/days.ts';
import { listOf } from '../../services/reading/listing.ts';
import { readDay } from '../../services/reading/lookup.ts';
import { keepReport, readKept } from '../../services/reporting/keeping.ts';
import { periodsOf } from '../../services/reporting/report-period.ts';
import { writeReport } from '../../services/reporting/report-file.ts';
import { makeFiles } from '../../services/reporting/report.ts';
import { todayOf } from '../../services/project/project.ts';
import { isUserError } from '../../errors.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { openOverlay, say, type App } from '../app.tsx';
import { wordsOf } from '../record/change-actions.tsx';
import { askTarget } from '../prompt/ask-target.tsx';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import { logoOption } from './logo-option.ts';
import { askHandover, askTemplate, attempt } from './report-folders.tsx';
import { kindsToChoose, spanOptions, type Shown, type Span } from './shown-report.ts';

const reportWords = (app: App) => messages(app.session.get().language).console.reports;

/** Kinds that can be drawn now, then what was handed over, the newest first. */
export function askReport(app: App, choose: (shown: Shown) => void): void {
  const { language } = app.session.get();
  const words = reportWords(app);
  const { asOf } = app.project;
  const kept = listOf(
    app.project,
    registerOf('report'),
    { where: 'state:kept', sort: '-ends,-code' },
    language,
  );
  const choices: readonly { readonly value: Shown | null; readonly label: string; readonly hint: string }[] =
    [
      ...kindsToChoose(language).map(({ value, label }) => ({
        value: { kind: 'drawn', report: value, span: { kind: 'last' } } as Shown,
        label,
        hint: asOf === null ? words.drawnNow : messages(language).earlierDay.drawn(formatDay(asOf, language)),
      })),
      { value: null, label: words.handover, hint: '' },
      ...kept.map((record) => ({
        value: { kind: 'kept', id: record.id } as Shown,
        label: `${record.code ?? ''} ${record.heading}`,
        hint: words.handedOver(formatDay(String(record['handedOver'] ?? record['ends']), language, 'long')),
      })),
    ];
  openOverlay(app, (close) => (
    <Picker
      title={words.which}
      choices={choices}
      empty={wordsOf(app).list.none}
      width={72}
      height={Math.min(14, choices.length)}
      onCancel={close}
      onChoose={(shown) => {
        close();
        if (shown === null) askHandover(app);
        else choose(shown);
      }}
    />
  ));
}

/** `1.1.–31.3.2023`, or the first day alone: up to today. */
function readSpan(app: App, text: string): Span | null {
  const today = todayOf(app.project);
  const [from = '', to = '', ...rest] = text.split(/\s*[–—]\s*|\s+-\s+|(?<=\.)-(?=\d)/u);
  if (rest.length > 0) return null;
  try {
    const last = to.trim() === '' ? null : readDay(to, today);
    const firstDay = readDay(from, last ?? today);
    return { kind: 'days', from: firstDay, to: last };
  } catch (error) {
    if (isUserError(error)) return null;
    throw error;
  }
}

function askDays(app: App, choose: (span: Span) => void): void {
  const { language } = app.session.get();
  const words = reportWords(app);
  const understand = (text: string): Understood | null => {
    if (text.trim() === '') return null;
    const span = readSpan(app, text);
    if (span?.kind !== 'days') return { ok: false, text: words.wrongDays };
    const to = span.to ?? todayOf(app.project);
    if (span.from > to || to > todayOf(app.project)) return { ok: false, text: words.wrongDays };
    return { ok: true, text: formatSpan({ from: span.from, to }, language) };
  };
  openOverlay(app, (close) => (
    <Prompt
      title={words.days}
      placeholder={words.daysHint}
      understand={understand}
      onCancel={close}
      onEnter={(text) => {
        close();
        const span = readSpan(app, text);
        if (span !== null) choose(span);
      }}
    />
  ));
}

/** Of what days the report tells. */
export function askSpan(app: App, choose: (span: Span) => void): void {
  const words = reportWords(app);
  const { language } = app.session.get();
  const today = todayOf(app.project);
  const periods = periodsOf(app.project).filter(({ from }) => from <= today);
  const choices: readonly { readonly value: Span | null; readonly label: string; readonly hint?: string }[] =
    [
      { value: { kind: 'last' }, label: words.last },
      { value: { kind: 'start' }, label: words.whole },
      ...periods.map(({ from, to }, index) => ({
        value: { kind: 'days', from, to: to < today ? to : today } as const,
        label: words.period(index + 1),
        hint: formatSpan({ from, to }, language),
      })),
      { value: null, label: words.ownDays },
    ];
  openOverlay(app, (close) => (
    <Picker
      title={words.span}
      choices={choices}
      width={56}
      height={Math.min(12, choices.length)}
      onCancel={close}
      onChoose={(span) => {
        close();
        if (span === null) askDays(app, choose);
        else choose(span);
      }}
    />
  ));
}

/** The bytes in a form: those that were kept, or made now. */
async function bytesOf(app: App, shown: Shown, format: ReportFormat): Promise<Uint8Array> {
  if (shown.kind === 'kept') return readKept(app.project, shown.id, format);
  const { language } = app.session.get();
  const made = await makeFiles(app.project, {
    kind: shown.report,
    language,
    ...(await logoOption(app)),
    ...spanOptions(shown.report, shown.span),
  });
  return made.files.find((file) => file.format === format)?.bytes ?? new Uint8Array();
}

function askPath(app: App, shown: Shown, format: ReportFormat, name: string): void {
  const words = reportWords(app);
  openOverlay(app, (close) => (
    <Prompt
      title={words.exportTitle}
      placeholder={words.exportHint}
      initial={`${name}.${format}`}
      understand={() => ({ ok: true, text: words.exportHint })}
      onCancel={close}
      onEnter={(path) => {
        close();
        askTarget(app, path, (target) => {
          void attempt(app, async () => {
            const written = writeReport(target, await bytesOf(app, shown, format));
            void import('../record/open-link.tsx').then(({ askToOpen }) => askToOpen(app, written));
            return words.written(written);
          });
        });
      }}
    />
  ));
}

/** In which form, then where; when it is there it can be opened. */
export function askExport(app: App, shown: Shown, name: string): void {
  const words = reportWords(app);
  const choices: readonly {
    readonly value: ReportFormat | null;
    readonly label: string;
    readonly hint: string;
  }[] = [
    ...reportFormats.map((format) => ({ value: format, label: words.formats[format], hint: format })),
    // What was handed over stays as it was.
    ...(shown.kind === 'kept' ? [] : [{ value: null, label: words.templateFile, hint: 'docx' }]),
  ];
  openOverlay(app, (close) => (
    <Picker
      title={words.exportTitle}
      choices={choices}
      width={56}
      height={choices.length}
      onCancel={close}
      onChoose={(format) => {
        close();
        if (format !== null) askPath(app, shown, format, name);
        else if (shown.kind === 'drawn') askTemplate(app, shown, name);
      }}
    />
  ));
}

/** Hands over what is shown: to whom it goes is asked, and may be left unsaid. */
export function askKeep(app: App, shown: Shown, kept: (id: number) => void): void {
  const words = reportWords(app);
  if (shown.kind === 'kept') return say(app, 'note', words.isKept);
  const { language } = app.session.get();
  return openOverlay(app, (close) => (
    <Prompt
      title={words.keepTitle}
      placeholder={words.recipient}
      understand={() => ({ ok: true, text: words.keepHint })}
      onCancel={close}
      onEnter={(text) => {
        close();
        const recipient = text.trim();
        void attempt(app, async () => {
          const { result, codes } = await keepReport(app.project, {
            kind: shown.report,
            language,
            ...(await logoOption(app)),
            ...spanOptions(shown.report, shown.span),
            ...(recipient === '' ? {} : { recipient }),
          });
          kept(result);
          return words.kept(codes.join(', '));
        });
      }}
    />
  ));
}
