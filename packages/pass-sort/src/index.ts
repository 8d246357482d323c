export { sort } from './sort.ts'
