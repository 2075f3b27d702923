export { without } from '../../domain/people/forgetting.ts';
