import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { environment } from '../environment.ts'
import type { Tool } from './peers.ts'

/** One run of a whole process. */
export interface Run {
  readonly seconds: number
  /** The most that it held in memory, in bytes; 0 where the system does not tell. */
  readonly peak: number
}

/** Why a run is none: it took longer than it may, or ended with an error of its own. */
export type Failed = 'too long' | `exit code ${number}`
export type Result = Run | Failed

/** Runs a tool and throws away what it says; it may find what it likes. */
export async function run({ command, args, cwd }: Tool, home: string, limit: number): Promise<Result> {
  const began = performance.now()
  const child = spawn(command, args, { cwd: cwd ?? home, env: environment, stdio: 'ignore', timeout: limit * 1000 })
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 10)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  clearInterval(watch)
  if (code === null) return 'too long'
  if (code > 1) return `exit code ${code}`
  return { seconds: (performance.now() - began) / 1000, peak }
}

/** The high-water mark of a process, as Linux keeps it. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kibibytes ?? 0) * 1024
  } catch {
    return 0
  }
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1]!
}
