import { expect, it } from 'vitest'
import { filterFilesOf } from '../src/io/input.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const NAMED = file('a,b', '')

it('takes a comma for one between files, unless a file has it in its name', () => {
  expect(filterFilesOf('a.bpf,b.bpf')).toEqual(['a.bpf', 'b.bpf'])
  expect(filterFilesOf(NAMED)).toEqual([NAMED])
  expect(filterFilesOf(at('c,d'))).toEqual([at('c'), 'd'])
  expect(filterFilesOf('preset:one+two')).toEqual(['preset:one+two'])
})
