import { isRegister, registerOf } from '../../registers/index.ts';
import { allFields } from '../reading/outward.ts';
import { changesOfRecord, readStep, stepsBackwards } from '../../store/journal/journal.ts';
import { uidsOfParts } from '../../store/records/links.ts';
import { messages } from '../../language/index.ts';
import { isReversed } from './reversed.ts';
import { codesInLabel } from './step-label.ts';
import type { Language } from '../../language/language.ts';
import type { Step, StepLabel } from '../../store/journal/journal.ts';
import type { Identity } from '../../store/records/records.ts';
import type { Project } from '../project/project.ts';

/** A step of the journal as people and scripts read it. */
export interface StepLine {
  readonly step: number;
  readonly at: string;
  readonly day: string;
  readonly kind: Step['kind'];
  readonly label: string;
  readonly codes: readonly string[];
  /** The step that it took back or did again. */
  readonly reverses: number | null;
  /** Has it been taken back itself? */
  readonly undone: boolean;
}

/** What a step did, in words: labels keep verbs, codes and field names only. */
export function labelWords(label: StepLabel, kind: Step['kind'], language: Language): string {
  const say = messages(language).commands.steps;
  const definition =
    label.register !== undefined && isRegister(label.register) ? registerOf(label.register) : undefined;
  const fields = definition === undefined ? {} : allFields(definition);
  const codes = label.own ?? label.codes ?? [];
  const followed = label.followed ?? 0;
  const what = say.label({
    verb: label.verb,
    register: definition?.label ?? null,
    codes,
    // The count is of all that changed, parts too; only where codes were left out do they stand for it.
    more: codes.length < codesInLabel ? 0 : Math.max(0, (label.count ?? 0) - followed - codes.length),
    followed,
    fields: (label.fields ?? []).map((name) => fields[name]?.label[language] ?? name),
  });
  return kind === 'undo' ? say.undone(what) : kind === 'redo' ? say.redone(what) : what;
}

function lineOf(project: Project, step: Step, language: Language): StepLine {
  const { seq, at, day, kind, label, reverses } = step;
  const undone = isReversed(project, seq);
  const words = labelWords(label, kind, language);
  return { step: seq, at, day, kind, label: words, codes: label.codes ?? [], reverses, undone };
}

/** The newest steps of the project, newest first. */
export function lastSteps(project: Project, limit: number, language: Language): StepLine[] {
  const lines: StepLine[] = [];
  for (const step of stepsBackwards(project.store, null)) {
    if (lines.length >= limit) break;
    if (project.asOf === null || step.day <= project.asOf) lines.push(lineOf(project, step, language));
  }
  return lines;
}

/** The steps that changed a record, newest first. */
export function stepsOfRecord(project: Project, uid: string, limit: number, language: Language): StepLine[] {
  return stepsOf(project, [uid], limit, language);
}

/** The steps that changed a record or what belongs to it, newest first: an assessment is part of a risk's history. */
export function stepsOfWhole(
  project: Project,
  { id, uid, register }: Identity,
  limit: number,
  language: Language,
): StepLine[] {
  const parts = uidsOfParts(project.store, registerOf(register), id);
  return stepsOf(project, [uid, ...parts], limit, language);
}

function stepsOf(project: Project, uids: readonly string[], limit: number, language: Language): StepLine[] {
  const { store, asOf } = project;
  const numbers = new Set(uids.flatMap((uid) => changesOfRecord(store, uid).map(({ step }) => step)));
  return [...numbers]
    .toSorted((one, other) => other - one)
    .map((step) => readStep(store, step))
    .filter((step) => step !== null)
    .filter(({ day }) => asOf === null || day <= asOf)
    .slice(0, limit)
    .map((step) => lineOf(project, step, language));
}
