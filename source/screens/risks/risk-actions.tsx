/** What only risks have: judged by one line, found unchanged, come true, taken to the steering group. */
import { judgementOf } from '../../services/risks/risk-judgement.ts';
import { riskScales } from '../../services/risks/risk-matrix.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { assessRisk, escalateRisks, realiseRisk, reviewUnchanged } from '../../services/risks/risks.ts';
import { titleAndDay } from '../../services/quick-add/quick-add.ts';
import { formatDay } from '../../services/reading/days.ts';
import { openOverlay, type App } from '../app.tsx';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import { sentenceOf } from '../sentence.ts';
import {
  change,
  changeSeen,
  titleOfTarget,
  wordsOf,
  type SeenChange,
  type SeenTarget,
  type Target,
} from '../record/change-actions.tsx';

const signed = (moved: number): string => (moved > 0 ? `+${moved}` : `${moved}`);

/** What the line means so far: the steps in words until both numbers are there, then the level that they make. */
function understood(app: App, id: number, text: string): Understood {
  const { language } = app.session.get();
  const words = wordsOf(app).risks;
  try {
    const { values, told, score, before } = judgementOf(app.project, id, text, language);
    if (told !== null) {
      const moved = before === null || score === null ? '' : words.was(before, signed(score - before));
      return { ok: true, text: `= ${told}${moved}` };
    }
    const scales = riskScales(app.project, language);
    const steps = (values.probability === null ? scales.probability : scales.impact)
      .map((word, index) => `${index + 1} ${word}`)
      .join(' · ');
    return { ok: false, text: `${values.probability === null ? words.probability : words.impact}: ${steps}` };
  } catch (error) {
    return { ok: false, text: sentenceOf(error, language).text };
  }
}

export function askAssessment(app: App, target: SeenTarget): void {
  const [id = 0] = target.ids;
  const { language } = app.session.get();
  const words = wordsOf(app).risks;
  const one = { register: target.register, ids: [id], seen: target.seen };
  openOverlay(app, (close) => (
    <Prompt
      title={words.assessTitle(titleOfTarget(app, one))}
      placeholder={words.assess}
      understand={(text) => understood(app, id, text)}
      onCancel={close}
      onEnter={(text) => {
        close();
        const { values } = judgementOf(app.project, id, text, language);
        const work: SeenChange['work'] = (kept, seen) => assessRisk(app.project, id, kept, seen);
        changeSeen(app, one, { done: words.assessed, values, work });
      }}
    />
  ));
}

export function keepUnchanged(app: App, target: SeenTarget): void {
  const { ids, seen } = target;
  change(app, target, wordsOf(app).risks.unchanged, () => reviewUnchanged(app.project, ids, {}, seen));
}

export function escalate(app: App, target: SeenTarget): void {
  const { ids, seen } = target;
  change(app, target, wordsOf(app).risks.escalated, () =>
    escalateRisks(app.project, ids, { baseVersion: seen }),
  );
}

export function askRealised(app: App, target: Target): void {
  const [id = 0] = target.ids;
  const { language } = app.session.get();
  const words = wordsOf(app).risks;
  const one = { register: target.register, ids: [id] };
  const { heading } = getRecord(app.project, id);
  openOverlay(app, (close) => (
    <Prompt
      title={words.realiseTitle(titleOfTarget(app, one))}
      placeholder={heading}
      understand={(text) => {
        const { title, day } = titleAndDay(app.project, text);
        const due = day === null ? '' : ` · ${formatDay(day, language, 'full')}`;
        return { ok: true, text: `${words.realiseHint}: ${title === '' ? heading : title}${due}` };
      }}
      onCancel={close}
      onEnter={(text) => {
        close();
        const { title, day } = titleAndDay(app.project, text);
        const given = { ...(title !== '' && { title }), ...(day !== null && { due: day }) };
        change(app, one, words.realised, () => realiseRisk(app.project, id, given));
      }}
    />
  ));
}
