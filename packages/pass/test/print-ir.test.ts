import { describe, expect, it } from 'vitest'
import { fixpoint, pipeline, printIr, runPass } from '@seccompile/pass'
import type { IrDump, PrintIrOptions } from '@seccompile/pass'
import { dropLast, forget, input, keep } from './example-passes.ts'

const made = pipeline('made', [keep, fixpoint([dropLast]), forget])

/** Number, pass and level of each dump. */
function dumps(after: string): readonly string[] {
  const seen: string[] = []
  const write = ({
    number,
    pass = 'input',
    level,
  }: {
    number: number
    pass?: string
    level: string
  }): void => {
    seen.push(`${number} ${pass} ${level}`)
  }
  runPass(made, input, { instruments: [printIr({ after, write })] })
  return seen
}

describe('printIr', () => {
  it('all prints the input and what each pass yields, parts of pipelines one by one', () => {
    expect(dumps('all')).toEqual([
      '0 input rules',
      '1 keep rules',
      '2 drop-last rules',
      '3 drop-last rules',
      '4 drop-last rules',
      '5 forget decision',
    ])
  })

  it('changed leaves out what changed nothing, and counts it', () => {
    expect(dumps('changed')).toEqual([
      '0 input rules',
      '2 drop-last rules',
      '3 drop-last rules',
      '5 forget decision',
    ])
  })

  it('a name prints what that pass yields, each time', () => {
    expect(dumps('keep')).toEqual(['1 keep rules'])
    expect(dumps('drop-last')).toEqual(['2 drop-last rules', '3 drop-last rules', '4 drop-last rules'])
    expect(dumps('nobody')).toEqual([])
  })

  it('counts on where it is told of another run, so that no dump takes the place of an earlier one', () => {
    const seen: string[] = []
    const write = ({ number, pass = 'input' }: IrDump): number => seen.push(`${number} ${pass}`)
    const instruments = [printIr({ after: 'changed', write })]
    for (let run = 0; run < 2; run += 1) runPass(pipeline('twice', [keep, dropLast]), input, { instruments })
    expect(seen).toEqual(['0 input', '2 drop-last', '3 input', '5 drop-last'])
  })

  it('prints for people', () => {
    const texts: string[] = []
    const instruments = [printIr({ after: 'forget', write: ({ text }) => texts.push(text) })]
    runPass(made, input, { instruments })
    expect(texts).toEqual(['n0: ALLOW\n'])
  })

  it('prints as it is told to', () => {
    const texts: string[] = []
    const write = ({ text }: IrDump): number => texts.push(text)
    const print: PrintIrOptions['print'] = ({ level }, endianness) => `${level} ${endianness}`
    runPass(made, input, { endianness: 'big', instruments: [printIr({ after: 'forget', write, print })] })
    expect(texts).toEqual(['decision big'])
  })
})
