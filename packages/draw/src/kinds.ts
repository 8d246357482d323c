/*
 * Pictures of whole filters: the kinds of `seccompile draw`. They compile and lift, so they are a separate entry
 * point.
 */
export { DrawError } from './kinds/draw-error.ts'
export { KINDS } from './kinds/kinds.ts'
export type {
  DrawDifference,
  DrawFormat,
  DrawInput,
  DrawKind,
  DrawOption,
  SizedPicture,
} from './kinds/kind.ts'
export { drawNames } from './kinds/names.ts'
export { kindOf, namesWhere, pictureOf } from './kinds/picture-of.ts'
export type { PictureRequest } from './kinds/picture-of.ts'
export { planeCalls } from './kinds/plane.ts'
export { abisOf } from './kinds/compared-filters.ts'
