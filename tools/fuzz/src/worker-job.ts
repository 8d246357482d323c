/** A fault that is planted in code under test: one text of a source replaced by another. */
export interface PlantedFault {
  /** The target that has to find it. */
  readonly target: string
  /** What the code then does wrong. */
  readonly fault: string
  /** The source, from the root of the repository. */
  readonly file: string
  /** A text without types, so that the built file has it too; exactly once. */
  readonly find: string
  readonly replace: string
}

/** The job of the process that fuzzes. */
export interface WorkerJob {
  readonly target: string
  /** Whether the judge yields no promise: such inputs cost less. */
  readonly isSync: boolean
  /** Arguments of libFuzzer. */
  readonly options: readonly string[]
  readonly fault?: PlantedFault
}

/** The job as one argument: libFuzzer starts the process again by a shell when it merges. */
export const jobText = (job: WorkerJob): string => Buffer.from(JSON.stringify(job)).toString('base64url')

/** The job of this process. Arguments behind `--` are those of a process that libFuzzer has started. */
export function jobOfProcess(): WorkerJob {
  const [text = '', ...more] = process.argv.slice(2)
  const job = JSON.parse(Buffer.from(text, 'base64url').toString()) as WorkerJob // written by jobText
  const at = more.indexOf('--')
  return at < 0 ? job : { ...job, options: more.slice(at + 1) }
}
