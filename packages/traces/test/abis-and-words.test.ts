/* The bit of x32, the modes of processes, signs, high words, and lines that are cut. */
import { describe, expect, it } from 'vitest'
import { rowTexts, traced, valuesOf } from './lines.ts'

const calls = (text: string): readonly string[] => rowTexts(text).filter((row) => row.split(' ').length === 3)
const mode = (of: string, pid: number): string => `[ Process PID=${pid} runs in ${of} mode. ]\n`
const event = (program: string, what: string): string => `${program}-12  [000] ..... 11.1: ${what}\n`

describe('a process of strace', () => {
  it('in the mode of x32 makes numbers with the bit of x32', () => {
    expect(calls(`${mode('x32', 7)}syscall_0x27() = 7\n`)).toEqual(['x32 getpid 1'])
  })

  it('that is attached has the mode of the one that made it', () => {
    const text = `1 ${mode('32 bit', 1)}1 strace: Process 2 attached\n2 close(1) = 0\n`
    expect(calls(text)).toEqual(['x86 close 1'])
  })

  it('that has ended says nothing of a later one with its number', () => {
    const text = `1 ${mode('32 bit', 1)}1 close(1) = 0\n2 ${mode('64 bit', 2)}1 +++ exited with 0 +++\n2 close(1) = 0\n1 close(1) = 0\n`
    expect(calls(text)).toEqual(['x86_64 close 2', 'x86 close 1'])
  })

  it('makes calls that only another ABI of the machine has', () => {
    expect(calls('waitpid(1, NULL, 0) = 1\n')).toEqual(['x86 waitpid 1'])
  })
})

describe('an event', () => {
  it('may have the number -1', () => {
    expect(traced(event('cat', 'sys_enter: NR -1 (0, 0, 0, 0, 0, 0)')).rows[0]).toMatchObject({
      nr: 0xffff_ffff,
    })
  })

  it('has the call that the function of the kernel serves', () => {
    expect(calls(event('cat', 'sys_newuname(name: 0x1)'))).toEqual(['x86_64 uname 1'])
  })

  it('has no program where the kernel has lost its name', () => {
    const [row] = traced(event('<...>', 'sys_enter: NR 39 (0, 0, 0, 0, 0, 0)')).rows
    expect(row).not.toHaveProperty('program')
  })
})

describe('a value', () => {
  it('has its high word', () => {
    expect(valuesOf('unshare(0x100000400) = 0\n')).toEqual(['0x100000400'])
  })

  it('in two registers has a word in each', () => {
    const rows = rowTexts('fanotify_mark(3, 1, 4294967298, 5, NULL) = 0\n', { abi: 'x86' })
    expect(rows).toEqual(expect.arrayContaining(['x86 fanotify_mark ,,0x2 1', 'x86 fanotify_mark ,,,0x1 1']))
  })
})

it('a line that is longer than what is read counts its call', () => {
  expect(calls(`write(1, "${'x'.repeat(70_000)}", 70000) = 70000\n`)).toEqual(['x86_64 write 1'])
})

it('the machine of x32 is x86_64', () => {
  expect(traced('close(1) = 0\n', { abi: 'x32' }).head.machine).toBe('x86_64')
})
