export { el, serialize } from './svg/element.ts'
export type {
  SvgAttribute,
  SvgAttributes,
  SvgElement,
  SvgElementName,
  SvgId,
  SvgNode,
  SvgRef,
  SvgValue,
} from './svg/element.ts'
export { render } from './picture.ts'
export type { Picture, PictureOptions } from './picture.ts'
export type { Theme } from './theme.ts'
export type { Names } from './names.ts'
export type { Tone } from './tone.ts'
