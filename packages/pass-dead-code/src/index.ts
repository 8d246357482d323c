export { deadCode } from './dead-code.ts'
