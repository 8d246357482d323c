import type { Io } from '../io/io.ts'

/** The most columns of a line. */
const WIDTH = 100

/** The least columns of a line, however narrow the terminal is. */
const LEAST = 40

/** The number of columns for lines of standard output: that of the terminal, from {@link LEAST} to {@link WIDTH}. */
export function columnsOf({ outColumns = WIDTH }: Io): number {
  return Math.max(LEAST, Math.min(WIDTH, outColumns))
}
