/*
 * `npm run soak profiles -- FOLDER [RECORD]`: reads, writes and rereads profiles that people use. Prints a line for
 * each. With RECORD, a path without its ending, writes RECORD.json and RECORD.md. Exits 1 where a digest differs, or
 * where a text that this project wrote cannot be read.
 */
import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { checkProfile } from './check-profile.ts'
import type { CheckedProfile, ProfileOutcome } from './check-profile.ts'
import { withProfileFiles } from './profile-files.ts'
import { recordPage } from './record-page.ts'

const said = (outcome: ProfileOutcome): string => {
  switch (outcome.kind) {
    case 'same':
      return 'same'
    case 'losses':
      return `${outcome.losses.length} ${outcome.losses.length === 1 ? 'loss' : 'losses'}`
    case 'wrong':
      return `WRONG: ${outcome.message}`
  }
}

function lineOf(profile: CheckedProfile): string {
  const { source, path, part } = profile
  const name = `${source}/${path}${part === undefined ? '' : `#${part}`}`
  if (profile.kind === 'refused') return `${name}: refused: ${profile.message}`
  const { notation, calls, digest, own, oci } = profile
  return `${name}: ${notation}, ${calls} calls, ${digest.slice(0, 12)}, own ${said(own)}, oci ${said(oci)}`
}

const isWrong = (profile: CheckedProfile): boolean =>
  profile.kind === 'read' && [profile.own, profile.oci].some(({ kind }) => kind === 'wrong')

async function main([folder, record, ...others]: readonly string[]): Promise<number> {
  if (folder === undefined || others.length > 0) {
    process.stderr.write('usage: soak profiles FOLDER [RECORD]\n')
    return 2
  }
  const began = performance.now()
  const checked = await withProfileFiles(folder, async (files) => {
    const found: CheckedProfile[] = []
    for (const file of files) {
      const profile = await checkProfile(file)
      process.stdout.write(`${lineOf(profile)}\n`)
      found.push(profile)
    }
    return found
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const read = checked.filter((profile) => profile.kind === 'read')
  const same = (kind: 'own' | 'oci'): number => read.filter((profile) => profile[kind].kind === 'same').length
  process.stdout.write(
    `${checked.length} profiles in ${seconds} s: ${read.length} read; the same digest again: ${same('own')} in their own notation, ${same('oci')} in OCI\n`,
  )
  if (record !== undefined) {
    const lines = checked.map((profile) => `  ${JSON.stringify(profile)}`)
    writeFileSync(`${record}.json`, `[\n${lines.join(',\n')}\n]\n`)
    const options = { ...(await resolveConfig(`${record}.md`)), parser: 'markdown' }
    writeFileSync(`${record}.md`, await format(recordPage(checked), options))
  }
  return checked.some(isWrong) ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
