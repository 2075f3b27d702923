/** A candidate to the next stage by one key, to any by `m`, many at once; a term made longer; a round made from an earlier one. */
import { stages } from '../../registers/candidate.ts';
import { extendTerms, usualExtension } from '../../services/recruitment/champions.ts';
import { dayAndWords } from '../../services/quick-add/day-and-words.ts';
import { formatDay } from '../../services/reading/days.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { todayOf } from '../../services/project/project.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { championWordOf } from '../../services/reading/shown.ts';
import { roundLike } from '../../services/recruitment/round-copy.ts';
import {
  funnelStages,
  lostStages,
  moveStages,
  stageAfter,
  type StageMove,
  type StageMoves,
} from '../../services/recruitment/stages.ts';
import type { Written } from '../../services/writing/write.ts';
import { Confirm } from '../../widgets/overlays/confirm.tsx';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { go, openOverlay, perform, say, type App, type Toast } from '../app.tsx';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import { sentenceOf } from '../sentence.ts';
import { changeList, formPage, open } from '../session/session.ts';
import { clearMarks } from '../../widgets/lists/list-state.ts';
import { change, titleOfTarget, wordsOf, type SeenTarget, type Target } from './change-actions.tsx';

type Stage = keyof typeof stages;

/** From so many on a move that can't be seen whole is asked about first. */
const manyFrom = 3;

const isLost = (to: StageMove['to']): boolean => lostStages.some((stage) => stage === to);

/** What was moved, where to, and whose term began. */
function told(app: App, to: StageMove['to'], { result }: Written<StageMoves>): Toast {
  const { language } = app.session.get();
  const words = wordsOf(app);
  const { moved, terms } = result;
  if (moved.length === 0) return { kind: 'note', text: words.stages.nowhere, hint: '' };
  const [only] = moved;
  const who =
    moved.length === 1 && only !== undefined
      ? (getRecord(app.project, only).code ?? '')
      : words.stages.people(moved.length);
  const first = to === 'next' ? (getRecord(app.project, only ?? 0)['stage'] as Stage) : to;
  const stage = to === 'next' && moved.length > 1 ? words.stages.onward : stages[first][language];
  const begun = terms.length === 0 ? '' : ` · ${words.stages.terms(terms.length)}`;
  return { kind: 'done', text: `${stage}: ${who}${begun}`, hint: words.toast.undoHint };
}

function move(app: App, target: SeenTarget, given: StageMove): void {
  const seen = { ...given, baseVersion: target.seen };
  const ok = perform(
    app,
    () => moveStages(app.project, target.ids, seen),
    (written) => told(app, given.to, written),
  );
  const { list } = target;
  if (!ok || list === undefined) return;
  go(
    app,
    changeList(list, (old) => ({ ...old, list: clearMarks(old.list) })),
  );
}

/** `valittu 5, aloittanut 2`: how many go where. */
function destinations(app: App, { ids }: Target, to: StageMove['to']): string[] {
  const { language } = app.session.get();
  const counts = new Map<Stage, number>();
  for (const id of ids) {
    const stage = stageAfter(getRecord(app.project, id), to);
    if (stage !== null) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  return [...funnelStages, ...lostStages]
    .filter((stage) => counts.has(stage))
    .map((stage) => `${stages[stage][language]}: ${counts.get(stage) ?? 0}`);
}

/** Asks where it hurts: many who are lost or start at once, or who go to different stages by one key. */
function moveOrAsk(app: App, target: SeenTarget, given: StageMove): void {
  const where = destinations(app, target, given.to);
  const starts =
    where.length > 0 &&
    target.ids.some((id) => stageAfter(getRecord(app.project, id), given.to) === 'started');
  const hurts = isLost(given.to) || starts || where.length > 1;
  if (target.ids.length < manyFrom || !hurts) return move(app, target, given);
  const words = wordsOf(app);
  return openOverlay(app, (close) => (
    <Confirm
      title={words.stages.confirmTitle(target.ids.length)}
      text={[
        where.join(', '),
        ...(starts ? [words.stages.termsBegin(championWordOf(app.project))] : []),
        words.stages.undoable,
      ]}
      confirmLabel={words.stages.confirm}
      cancelLabel={words.confirm.cancel}
      onCancel={close}
      onConfirm={() => {
        close();
        move(app, target, given);
      }}
    />
  ));
}

export function advance(app: App, target: SeenTarget): void {
  moveOrAsk(app, target, { to: 'next' });
}

/** Day and reason of a move on one line: nothing is today, and only a loss needs a reason. */
function askDetails(app: App, target: SeenTarget, to: Stage): void {
  const { language } = app.session.get();
  const words = wordsOf(app).stages;
  const understand = (text: string): Understood => {
    const { day, words: reason } = dayAndWords(app.project, text, language);
    const when = formatDay(day ?? todayOf(app.project), language, 'full');
    if (reason === null && isLost(to)) return { ok: false, text: `= ${when} · ${words.needsReason}` };
    return { ok: true, text: `= ${when}${reason === null ? '' : ` · ${reason}`}` };
  };
  const hint = isLost(to) ? words.reasonHint : to === 'supervisorAgrees' ? words.consentHint : words.dayHint;
  openOverlay(app, (close) => (
    <Prompt
      title={`${stages[to][language]} · ${titleOfTarget(app, target)}`}
      placeholder={hint}
      understand={understand}
      onCancel={close}
      onEnter={(text) => {
        close();
        const { day, words: reason } = dayAndWords(app.project, text, language);
        moveOrAsk(app, target, { to, day, reason });
      }}
    />
  ));
}

export function askStage(app: App, target: SeenTarget): void {
  const { language } = app.session.get();
  const words = wordsOf(app);
  const now = getRecord(app.project, target.ids[0] ?? 0)['stage'];
  const choices = [...funnelStages, ...lostStages].map((stage) => ({
    value: stage,
    label: stages[stage][language],
    hint: stage === now ? words.list.now : '',
    keywords: stage,
  }));
  openOverlay(app, (close) => (
    <Picker
      title={`${words.stages.title} · ${titleOfTarget(app, target)}`}
      choices={choices}
      empty={words.list.none}
      width={48}
      height={choices.length}
      onCancel={close}
      onChoose={(stage) => {
        close();
        askDetails(app, target, stage);
      }}
    />
  ));
}

/** Asks to what day; Enter alone takes the usual one. */
export function extend(app: App, target: SeenTarget): void {
  const { language } = app.session.get();
  const words = wordsOf(app);
  const ends = getRecord(app.project, target.ids[0] ?? 0)['ends'];
  if (typeof ends !== 'string') return say(app, 'note', words.stages.openTerm);
  const usual = usualExtension(app.project, ends);
  const read = (text: string): string =>
    text.trim() === '' ? usual : fieldContext(app.project, language).day(text);
  const understand = (text: string): Understood => {
    try {
      return { ok: true, text: `= ${formatDay(read(text), language, 'full')}` };
    } catch (error) {
      return { ok: false, text: sentenceOf(error, language).text };
    }
  };
  return openOverlay(app, (close) => (
    <Prompt
      title={`${words.stages.extendTitle} · ${titleOfTarget(app, target)}`}
      placeholder={formatDay(usual, language)}
      understand={understand}
      onCancel={close}
      onEnter={(text) => {
        close();
        change(app, target, words.stages.extended, () =>
          extendTerms(app.project, target.ids, read(text), target.seen),
        );
      }}
    />
  ));
}

/** A form with what the round sought and how, on later days. */
export function roundAgain(app: App, { register, ids: [id = 0] }: Target): void {
  go(app, open(formPage(register, null, roundLike(app.project, id))));
}
