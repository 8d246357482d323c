import { didYouMean, quote } from '@seccompile/shape'
import { wrappedText } from '@seccompile/text-layout'
import { CliError } from '../io/cli-error.ts'
import { TOPIC_NAMES, topicOf, topicPage } from './topics.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { loadFindingFacts } from '../options/findings.ts'
import type { CommandTable } from '../syntax/table.ts'

const WIDTH = 80

/** `seccompile help NAME`: what a warning or a lint rule means, or a page about options. @throws CliError for a word that is no name */
export async function helpOn(io: Io, word: string, { listed }: CommandTable): Promise<ExitCode> {
  const topic = topicOf(word)
  if (topic !== undefined) {
    io.out(topicPage(topic, await Promise.all(listed.map(({ load }) => load()))))
    return EXIT.ok
  }
  const all = await loadFindingFacts()
  const found = all.find(({ name }) => name === word)
  if (found === undefined) {
    const hint = didYouMean(
      word,
      [...listed.map((each) => each.name), ...TOPIC_NAMES, ...all.map(({ name }) => name)],
      '; see "seccompile help"',
    )
    throw new CliError(`help: no command, no warning and no lint rule is called ${quote(word)}${hint}`)
  }
  const { name, severity, means, remedy, sources = [] } = found
  const paragraphs = [
    `[${name}] ${means}`,
    `What to do: ${remedy}`,
    `Severity: ${severity}.`,
    ...(sources.length === 0 ? [] : [`Sources: ${sources.join('; ')}.`]),
  ]
  io.out(`${paragraphs.map((text) => wrappedText('', text, '', WIDTH)).join('\n\n')}\n`)
  return EXIT.ok
}
