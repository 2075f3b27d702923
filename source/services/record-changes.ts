/** What each step did to a record, field by field, in words. */
import { registerOf } from '../registers/index.ts';
import { differences, valuesOf } from '../store/images.ts';
import { changesOfRecord } from '../store/journal.ts';
import { identityById } from '../store/records.ts';
import { shownIn } from './shown.ts';
import { stepsOfRecord, type StepLine } from './step-words.ts';
import type { Language } from '../language/language.ts';
import type { Project } from './project.ts';

export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface RecordStep {
  readonly step: StepLine;
  /** Empty for the step that added it. */
  readonly changes: readonly FieldChange[];
}

/** Newest first. */
export function recordChanges(project: Project, id: number, limit: number, language: Language): RecordStep[] {
  const identity = identityById(project.store, id);
  if (identity === null) return [];
  const definition = registerOf(identity.register);
  const shown = shownIn(project, language);
  const images = changesOfRecord(project.store, identity.uid);
  return stepsOfRecord(project, identity.uid, limit, language).map((step) => {
    const at = images.findIndex((image) => image.step === step.step);
    const [before, after] = [images[at - 1]?.image, images[at]?.image];
    if (before === undefined || before === null || after === undefined || after === null)
      return { step, changes: [] };
    const [was, became] = [
      valuesOf(project.store, definition, before),
      valuesOf(project.store, definition, after),
    ];
    const changes = differences(definition, was, became).flatMap((name): FieldChange[] => {
      const field = definition.fields[name];
      return field === undefined
        ? []
        : [{ label: field.label[language], before: shown.full(field, was[name]), after: shown.full(field, became[name]) }]; // prettier-ignore
    });
    return { step, changes };
  });
}
