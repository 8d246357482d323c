export { lift } from './lift.ts'
