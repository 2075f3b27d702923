/** Topics: a wish for one, and the session that takes one up, chosen from either side. */
import { messages } from '../../language/index.ts';
import { formatLocalTime } from '../../services/reading/days.ts';
import { todayOf } from '../../services/project/project.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { planSession, sessionsFor, topicsFor, voteTopics } from '../../services/meetings/topic-stock.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { openOverlay, say, type App } from '../app.tsx';
import { recordChoices } from '../palette/record-choices.ts';
import { SearchBox } from '../palette/search-box.tsx';
import { change, titleOfTarget, wordsOf, type SeenTarget, type Target } from './change-actions.tsx';

const most = 12;
const topicWords = (app: App) => messages(app.session.get().language).clubs.topics;

/** Enter at once is a wish of nobody in particular; a few letters say whose it was. */
export function vote(app: App, target: Target): void {
  const { language } = app.session.get();
  const words = topicWords(app);
  const nobody = { value: null, label: words.nobody, hint: '' };
  openOverlay(app, (close) => (
    <SearchBox<number | string | null>
      title={`${words.vote} · ${titleOfTarget(app, target)}`}
      placeholder={words.by}
      empty={wordsOf(app).list.none}
      context="picker"
      width={64}
      find={(text) =>
        text.trim() === ''
          ? [nobody]
          : [
              ...recordChoices(app.project, ['person'], text, language),
              { value: text.trim(), label: text.trim(), hint: wordsOf(app).prompt.asWritten },
            ]
      }
      onCancel={close}
      onChoose={(by) => {
        close();
        change(app, target, words.voted, () => voteTopics(app.project, target.ids, by));
      }}
    />
  ));
}

/** The session takes a topic out of the stock of its group. */
export function takeTopic(app: App, target: SeenTarget): void {
  const [id = 0] = target.ids;
  const words = topicWords(app);
  const stock = topicsFor(app.project, id);
  if (stock.length === 0) return say(app, 'note', words.emptyStock);
  return openOverlay(app, (close) => (
    <Picker
      title={`${words.take} · ${titleOfTarget(app, { ...target, ids: [id] })}`}
      choices={stock.map((topic) => ({
        value: topic.id,
        label: topic.title,
        hint: words.votes(topic.votes),
      }))}
      empty={wordsOf(app).list.none}
      width={72}
      height={Math.min(most, stock.length)}
      onCancel={close}
      onChoose={(topic) => {
        close();
        change(app, target, wordsOf(app).toast.changed, () =>
          planSession(app.project, id, [topic], {}, target.seen),
        );
      }}
    />
  ));
}

/** The topic goes to one of the sessions that are ahead. */
export function planTopic(app: App, target: SeenTarget): void {
  const [id = 0] = target.ids;
  const words = topicWords(app);
  const { language } = app.session.get();
  const sessions = sessionsFor(app.project, id, todayOf(app.project));
  if (sessions.length === 0) return say(app, 'note', words.noSession);
  return openOverlay(app, (close) => (
    <Picker
      title={`${words.plan} · ${getRecord(app.project, id).heading}`}
      choices={sessions.map((one) => ({
        value: one.id,
        label: formatLocalTime(one.startsAt, language),
        hint: one.topic ?? '',
      }))}
      empty={wordsOf(app).list.none}
      width={72}
      height={Math.min(most, sessions.length)}
      onCancel={close}
      onChoose={(session) => {
        close();
        change(app, target, wordsOf(app).toast.changed, () =>
          planSession(app.project, session, [id], {}, target.seen),
        );
      }}
    />
  ));
}
