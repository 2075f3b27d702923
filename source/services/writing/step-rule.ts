/** What a rule of whole steps is: one that adds to a step, or one that refuses it. All of them stand in step-rules.ts. */
import type { Project } from '../project/project.ts';
import type { Changed } from './changed.ts';
import type { TouchedRecord, UnitOfWork } from './unit-of-work.ts';

/** A step that is still being made. */
export interface StepSoFar {
  readonly project: Project;
  readonly unit: UnitOfWork;
  /** Of the records touched so far, those that the rule hears of. */
  readonly heard: readonly TouchedRecord[];
  /** It carries an earlier day, and so may only add records. */
  readonly isDated: boolean;
}

/** Adds to a step what follows from its changes. */
export interface Follower {
  /** The registers that it hears of: it is asked when a record of theirs has been touched. */
  readonly hears: readonly string[];
  /** Does it only add records where the step is dated? Else it is not asked there. */
  readonly inDated: boolean;
  readonly follow: (step: StepSoFar) => void;
}

/** A step that is made, before it is kept. */
export interface MadeStep {
  readonly project: Project;
  /** Of its changes, those that the rule hears of; of a large step some at a time. */
  readonly heard: readonly Changed[];
  /** The step that it takes back, if any. */
  readonly reverses: number | undefined;
  /** What it does to a record, be that among `heard` or not. */
  readonly changeOf: (id: number) => Changed | null;
}

/** Refuses a step for what it has come to. */
export interface Guard {
  readonly hears: readonly string[];
  /** @throws UserError */
  readonly refuse: (step: MadeStep) => void;
}
