import { expect, it } from 'vitest'
import * as draw from '@seccompile/draw'

it('exports exactly its public names', () => {
  expect(Object.keys(draw).sort()).toEqual([
    'DrawError',
    'KINDS',
    'THEMES',
    'abisOf',
    'barcodeOf',
    'comparedOf',
    'dot',
    'drawArcs',
    'drawBarcode',
    'drawBarcodeDiff',
    'drawBitmap',
    'drawCost',
    'drawFlowGraph',
    'drawNames',
    'drawPlane',
    'drawTree',
    'drawWaterfall',
    'el',
    'graphOfDecision',
    'graphOfProgram',
    'kindOf',
    'mermaid',
    'namesWhere',
    'pictureOf',
    'pictureStyle',
    'planeAxes',
    'planeCalls',
    'render',
    'serialize',
  ])
})
