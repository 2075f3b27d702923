/** `B`: a record put on the coming report, with a line of its own. */
import { registerOf } from '../../registers/index.ts';
import { mentionRecords, placeOf, type Mention } from '../../services/reporting/report-writing.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { openOverlay, type App } from '../app.tsx';
import { Prompt } from '../prompt/prompt.tsx';
import { change, titleOfTarget, wordsOf, type Target } from './change-actions.tsx';
import { capital } from './record-lines.ts';

type Place = NonNullable<Mention['place']>;
const places: readonly Place[] = ['done', 'next', 'asked'];

/** A place that the line begins with in either language, and the rest of the line. */
function parted(text: string): { readonly place: Place | null; readonly line: string } {
  const choices = registerOf('reportLine').fields['place']?.choices ?? {};
  const [word = '', ...rest] = text.split(':');
  const wanted = word.trim().toLowerCase();
  const place = places.find((one) => [one, choices[one]?.fi, choices[one]?.en].includes(wanted));
  return place === undefined || rest.length === 0
    ? { place: null, line: text.trim() }
    : { place, line: rest.join(':').trim() };
}

export function askMention(app: App, target: Target): void {
  const { ids } = target;
  const [first] = ids;
  if (first === undefined) return;
  const words = wordsOf(app);
  const { language } = app.session.get();
  const record = getRecord(app.project, first);
  const usual = placeOf(app.project, first);
  const choices = registerOf('reportLine').fields['place']?.choices ?? {};
  const many = ids.length > 1;
  openOverlay(app, (close) => (
    <Prompt
      title={words.reports.mention(many ? String(ids.length) : `${record.code ?? ''} ${record.heading}`)}
      placeholder={record.heading}
      initial={many ? '' : record.heading}
      rows={3}
      understand={(text) => {
        const { place, line } = parted(text);
        const said = words.reports.mentionPlace(
          capital(choices[place ?? usual]?.[language] ?? ''),
          line === '' ? record.heading : line,
        );
        return {
          ok: true,
          text:
            many && text.trim() === '' ? words.reports.mentionHint : `${said}\n${words.reports.mentionHint}`,
        };
      }}
      onCancel={close}
      onEnter={(text) => {
        close();
        const { place, line } = parted(text);
        const work = () =>
          mentionRecords(app.project, ids, {
            ...(line === '' ? {} : { text: line }),
            ...(place === null ? {} : { place }),
          });
        change(app, target, words.reports.mentioned, work, titleOfTarget(app, target));
      }}
    />
  ));
}
