import { describe, expect, it } from 'vitest'
import { isShown, pageCommands, playPage } from '../src/page-session.ts'
import type { PageAnswer } from '../src/page-session.ts'
import { needOf } from '../src/page-shell.ts'

const answers: Readonly<Record<string, PageAnswer>> = {
  one: { text: 'a\nb\n', status: 0 },
  interrupted: {
    text: 'note: 1 call was interrupted on the way to the watcher, by a signal or by the end of the process\na\n',
    status: 0,
  },
  two: { text: '', status: 2 },
  'cat << END\nx\nEND': { text: 'x\n', status: 0 },
}
const played = async (page: string): Promise<string> =>
  playPage(page, { write: () => undefined, answer: async (command) => Promise.resolve(answers[command]) })
const block = (...lines: readonly string[]): string => `\`\`\`console\n${lines.join('\n')}\n\`\`\`\n`

describe('playPage', () => {
  it('keeps an answer that is right', async () => {
    const page = `# x\n\n${block('$ one', 'a', 'b')}\ntext\n`
    expect(await played(page)).toBe(page)
  })

  it('puts the right answer in place of a wrong one', async () => {
    expect(await played(block('$ one', 'a', 'c'))).toBe(block('$ one', 'a', 'b'))
  })

  it('keeps an answer with parts left out', async () => {
    expect(await played(block('$ one', '…', 'b'))).toBe(block('$ one', '…', 'b'))
    expect(await played(block('$ one', '…', 'c'))).toBe(block('$ one', 'a', 'b'))
  })

  it('shows a status other than 0', async () => {
    expect(await played(block('$ two', '$ one', 'a', 'b'))).toBe(
      block('$ two', '$ echo $?', '2', '$ one', 'a', 'b'),
    )
    expect(await played(block('$ two', '$ echo $?', '0'))).toBe(block('$ two', '$ echo $?', '2'))
  })

  it('keeps what is shown of a command that cannot run here', async () => {
    const page = block('$ one', 'a', 'b', '$ three', 'anything', '$ echo $?', '1')
    expect(await played(page)).toBe(page)
  })

  it('does not ask for a note that depends on time', async () => {
    const page = block('$ interrupted', 'a')
    expect(await played(page)).toBe(page)
  })

  it('reads a command on several lines', async () => {
    const page = block('$ cat << END', '> x', '> END', 'x')
    expect(pageCommands(page)).toEqual(['cat << END\nx\nEND'])
    expect(await played(page)).toBe(page)
  })

  it('writes the files that a page shows, before later commands', async () => {
    const done: string[] = []
    const page = `\`\`\`json a.json\n{}\n\`\`\`\n\n${block('$ one', 'a', 'b')}\n\`\`\`js\n// b.mjs\nf()\n\`\`\`\n`
    await playPage(page, {
      write: (name, text) => done.push(`${name}: ${text}`),
      answer: async (command) => {
        done.push(command)
        return Promise.resolve(answers[command])
      },
    })
    expect(done).toEqual(['a.json: {}\n', 'one', 'b.mjs: // b.mjs\nf()\n'])
  })

  it('refuses a session that does not begin with a command', async () => {
    await expect(played(block('a', '$ one'))).rejects.toThrow('begins with a command, not with "a"')
  })
})

describe('isShown', () => {
  it('takes other signs than the ellipsis as they are', () => {
    expect(isShown(['a.c'], ['abc'])).toBe(false)
    expect(isShown(['a …'], ['a b', 'c'])).toBe(true)
  })
})

describe('needOf', () => {
  it.each([
    ['seccompile run p.mjs -- true', 'koffi'],
    ['bwrap --seccomp 3 true 3< f.bpf', 'bwrap'],
    ['seccompile launch bwrap p.mjs --exec -- true', 'bwrap'],
    ['seccompile launch bwrap p.mjs -o f.bpf -- true', undefined],
    ['seccompile cost f.bpf', undefined],
  ])('of "%s" is %s', (command, launcher) => {
    expect(needOf(command)).toBe(launcher)
  })
})
