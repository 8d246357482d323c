import { expect, it } from 'vitest'
import * as draw from '@seccompile/draw'
import * as kinds from '@seccompile/draw/kinds'

it('exports exactly its public names', () => {
  expect(Object.keys(draw).sort()).toEqual([
    'THEMES',
    'barcodeOf',
    'comparedOf',
    'dot',
    'drawArcs',
    'drawBarcode',
    'drawBarcodeDiff',
    'drawBitmap',
    'drawCost',
    'drawFlowGraph',
    'drawPlane',
    'drawTree',
    'drawWaterfall',
    'el',
    'graphOfDecision',
    'graphOfProgram',
    'mermaid',
    'pictureStyle',
    'planeAxes',
    'render',
    'serialize',
    'toneClasses',
    'toneLetters',
    'toneRules',
    'toneVariables',
  ])
})

it('exports exactly its public names at kinds', () => {
  expect(Object.keys(kinds).sort()).toEqual([
    'DrawError',
    'KINDS',
    'abisOf',
    'drawNames',
    'kindOf',
    'namesWhere',
    'pictureOf',
    'planeCalls',
  ])
})
