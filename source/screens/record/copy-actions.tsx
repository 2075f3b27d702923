/** To the clipboard: code, the record as Markdown, a contact, a polite reminder. */
import { formatDay, formatLocalTime } from '../../services/reading/days.ts';
import { recordView, type RecordView } from '../../services/reading/record-view.ts';
import { todayOf } from '../../services/project/project.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { safe } from '../../widgets/lines/text.ts';
import { openOverlay, say, type App } from '../app.tsx';
import { fieldFor, wordsOf } from './change-actions.tsx';

function viewOf(app: App, id: number): RecordView {
  return recordView(app.project, id, app.session.get().language, true);
}

function copied(app: App, text: string): void {
  app.copy(text);
  say(app, 'done', wordsOf(app).toast.copied(safe(text.split('\n')[0] ?? '')));
}

export function copyCode(app: App, ids: readonly number[]): void {
  copied(
    app,
    ids
      .map((id) => viewOf(app, id).record)
      .map(({ code, heading }) => code ?? heading)
      .join(', '),
  );
}

export function copyMarkdown(app: App, ids: readonly number[]): void {
  const texts = ids.map((id) => {
    const { record, facts } = viewOf(app, id);
    const lines = facts.map(({ label, value }) => `- ${label}: ${value.replaceAll('\n', '\n  ')}`);
    return [`**${record.code ?? ''}** ${record.heading}`.trim(), '', ...lines].join('\n');
  });
  copied(app, texts.join('\n\n'));
}

/** What can be called, mailed or followed: of those who are asked for first, then facts of such kinds. */
function contactsOf({ facts, atHand }: RecordView): readonly { value: string; label: string }[] {
  const first = atHand.flatMap(({ label, value, contacts }) =>
    contacts.map((contact) => ({ value: contact, label: `${label}: ${value}` })),
  );
  const own = facts.filter(({ name, field }) => ['link', 'email'].includes(field.kind) || name === 'phone');
  const seen = new Set<string>();
  return [...first, ...own].filter(({ value }) => !seen.has(value) && seen.add(value));
}

export function copyContact(app: App, id: number): void {
  const contacts = contactsOf(viewOf(app, id));
  const [only] = contacts;
  if (only === undefined) return say(app, 'note', wordsOf(app).toast.noContact);
  if (contacts.length === 1) return copied(app, only.value);
  return openOverlay(app, (close) => (
    <Picker
      title={wordsOf(app).prompt.contact}
      choices={contacts.map(({ value, label }) => ({ value, label: value, hint: label }))}
      height={contacts.length}
      onCancel={close}
      onChoose={(value) => {
        close();
        copied(app, value);
      }}
    />
  ));
}

/** Of a meeting it is told when and where it is; what the session itself leaves open its group says. */
function meetingReminder(app: App, id: number): string {
  const { language } = app.session.get();
  const session = getRecord(app.project, id);
  const group = typeof session['group'] === 'number' ? getRecord(app.project, session['group']) : null;
  const text = (name: string): string => String(session[name] ?? group?.[name] ?? '');
  const when = formatLocalTime(String(session['startsAt']), language, 'weekday', todayOf(app.project));
  return wordsOf(app).toast.meetingReminder({
    title: session.heading,
    when,
    place: text('place'),
    link: text('link'),
  });
}

export function copyReminder(app: App, id: number): void {
  const { record, definition } = viewOf(app, id);
  const { language } = app.session.get();
  if (definition.name === 'session') return copied(app, meetingReminder(app, id));
  const name = fieldFor(definition.name, 'day');
  const value = name === null ? null : record[name];
  const day = typeof value === 'string' ? formatDay(value.slice(0, 10), language) : null;
  copied(app, wordsOf(app).toast.reminder(definition.name, record.heading, day));
}
