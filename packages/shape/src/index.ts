export {
  argumentError,
  atLeast,
  callback,
  checkKeys,
  endianness,
  fail,
  flag,
  listOf,
  member,
  number,
  oneOf,
  optional,
  read,
  record,
  text,
  u32,
  u64,
  unread,
  whole,
} from './shape.ts'
export type { At, Fields, Optional, Reader, ShapeFault } from './shape.ts'
export { expectFunction, expectIterable, expectList, expectObject, expectText } from './door.ts'
export { Given } from './given.ts'
export { assertNever, IrError } from './problem.ts'
export type { LevelName, Problem } from './problem.ts'
export { quote, quoteHiding } from './quote.ts'
export { shown } from './shown.ts'
export { didYouMean, misspelling, suggest } from './suggest.ts'
export type { Candidates } from './suggest.ts'
