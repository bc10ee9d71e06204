/** Classify: which label a text and its features deserve, how surely, and why. The only door. */
export { type Classifier, createClassifier, type Prediction, type Reason } from './classifier.ts';
export type { Example, Labelled } from './example.ts';
export { foldText, wordsOf } from './fold-text.ts';
export { type CoveragePoint, type Measured, measure } from './measure.ts';
export type { Model } from './model.ts';
export { readModel, writeModel } from './serialize.ts';
export { type TrainOptions, train } from './train.ts';
