export { without } from '../../domain/forgetting.ts';
