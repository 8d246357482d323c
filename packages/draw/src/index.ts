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
export { render } from './picture/picture.ts'
export type { Picture, PictureOptions } from './picture/picture.ts'
export { pictureStyle, THEMES, toneClasses, toneRules, toneVariables } from './picture/theme.ts'
export type { Theme } from './picture/theme.ts'
export type { Names } from './picture/names.ts'
export type { CallWay } from './way/call-way.ts'
export { toneLetters } from './picture/tone.ts'
export type { Tone } from './picture/tone.ts'
export type { FilterPictureOptions } from './chart/heading.ts'
export { drawCost } from './cost/draw-cost.ts'
export type { CostPictureOptions, CostSeries, DrawnCost } from './cost/draw-cost.ts'
export { drawBarcode, drawBarcodeDiff } from './barcode/draw-barcode.ts'
export type {
  BarcodeAbi,
  BarcodeComparison,
  BarcodeOptions,
  ComparedAbi,
  ComparedCall,
} from './barcode/draw-barcode.ts'
export type { BarcodeCall } from './barcode/strip.ts'
export { barcodeOf, comparedOf } from './barcode/from-prover.ts'
export type { CallsOfAbi } from './barcode/from-prover.ts'
export { drawPlane, planeAxes } from './plane/draw-plane.ts'
export type { Plane, PlaneAxis } from './plane/draw-plane.ts'
export { drawWaterfall } from './waterfall/draw-waterfall.ts'
export type { WaterfallOptions, WaterfallStage } from './waterfall/draw-waterfall.ts'
export { drawBitmap } from './bitmap/draw-bitmap.ts'
export type { BitmapAbi, BitmapOptions } from './bitmap/draw-bitmap.ts'
export type { BitmapCall } from './bitmap/reasons.ts'
export { drawTree } from './tree/draw-tree.ts'
export type { TreeOptions } from './tree/draw-tree.ts'
export type { Weigh } from './tree/widths.ts'
export { graphOfDecision, graphOfProgram } from './graph/flow-graph.ts'
export type { FlowGraphOptions, ProgramGraphOptions } from './graph/flow-graph.ts'
export type { FlowEdge, FlowGraph, FlowNode } from './graph/flow-parts.ts'
export { drawFlowGraph } from './graph/draw-graph.ts'
export { dot } from './graph/dot.ts'
export { mermaid } from './graph/mermaid.ts'
export { drawArcs } from './arcs/draw-arcs.ts'
export type { ArcsOptions } from './arcs/draw-arcs.ts'
