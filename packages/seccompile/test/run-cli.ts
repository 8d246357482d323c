import { main } from '../src/main.ts'

/** The result of a run of the command line. */
export interface CliOutcome {
  readonly status: number
  readonly out: string
  readonly err: string
  readonly bytes: Uint8Array
}

/**
 * Runs the command line in this process, with output to memory. @param terminal - whether standard output looks like
 * a terminal
 */
export async function runCli(
  args: readonly string[],
  options: { readonly terminal?: boolean } = {},
): Promise<CliOutcome> {
  let out = ''
  let err = ''
  const chunks: Uint8Array[] = []
  const status = await main(args, {
    out: (text) => (out += text),
    outBytes: (bytes) => chunks.push(bytes),
    err: (text) => (err += text),
    outIsTerminal: options.terminal ?? false,
    errIsTerminal: false,
    env: {},
  })
  return { status, out, err, bytes: Buffer.concat(chunks) }
}
