/** What each step did to a record, field by field, in words. */
import { registerOf } from '../../registers/index.ts';
import { differences, valuesOf } from '../../store/journal/images.ts';
import { changesOfRecord } from '../../store/journal/journal.ts';
import { partsOf } from '../../store/records/links.ts';
import { identityById } from '../../store/records/records.ts';
import { getRecord } from '../reading/get-record.ts';
import { shownIn } from '../reading/shown.ts';
import { stepsOfRecord, type StepLine } from './step-words.ts';
import type { Language } from '../../language/language.ts';
import type { Definition } from '../../registers/index.ts';
import type { Identity } from '../../store/records/records.ts';
import type { Project } from '../project/project.ts';

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

/** What a new part or log entry says, as it stands in the lists of its register. */
function partSteps(
  project: Project,
  definition: Definition,
  id: number,
  limit: number,
  language: Language,
): RecordStep[] {
  const shown = shownIn(project, language);
  return partsOf(project.store, definition, id, null).flatMap((part) => {
    const identity = identityById(project.store, part);
    if (identity === null) return [];
    const own = registerOf(identity.register);
    const record = getRecord(project, part);
    const said = own.list.columns.flatMap((name): FieldChange[] => {
      const field = own.fields[name];
      const after = field === undefined || name === own.parent ? '' : shown.full(field, record[name]);
      return field === undefined || after === '' ? [] : [{ label: field.label[language], before: '', after }];
    });
    const steps = stepsOfRecord(project, identity.uid, limit, language);
    return steps.map((step, index) => ({ step, changes: index === steps.length - 1 ? said : [] }));
  });
}

/** Newest first, with what was done to its parts and logs; of one step only once. */
export function recordChanges(project: Project, id: number, limit: number, language: Language): RecordStep[] {
  const identity = identityById(project.store, id);
  if (identity === null) return [];
  const definition = registerOf(identity.register);
  const own = ownSteps(project, identity, limit, language);
  const parts = partSteps(project, definition, id, limit, language);
  return [...own, ...parts]
    .toSorted((one, other) => other.step.step - one.step.step)
    .filter((one, index, all) => one.changes.length > 0 || all[index - 1]?.step.step !== one.step.step)
    .slice(0, limit);
}

function ownSteps(project: Project, identity: Identity, limit: number, language: Language): RecordStep[] {
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
        : [
            {
              label: field.label[language],
              before: shown.full(field, was[name]),
              after: shown.full(field, became[name]),
            },
          ];
    });
    return { step, changes };
  });
}
