import { describe, expect, it } from 'vitest'
import { filesOfEntries, type DroppedEntry } from './droppedFiles.ts'

const file = (name: string): DroppedEntry => ({
  isFile: true,
  isDirectory: false,
  name,
  file: (found) => found(new File(['x'], name)),
})
const lostFile = (name: string): DroppedEntry => ({ ...file(name), file: (_, failed) => failed(new Error('gone')) })

/** A folder that answers at most two entries a time, as browsers answer a hundred. */
function folder(name: string, inside: DroppedEntry[]): DroppedEntry {
  return {
    isFile: false,
    isDirectory: true,
    name,
    createReader: () => {
      const left = [...inside]
      return { readEntries: (found) => found(left.splice(0, 2)) }
    },
  }
}

const names = async (entries: DroppedEntry[]) => (await filesOfEntries(entries)).files.map(({ name }) => name)

describe('files dropped on the window (M025)', () => {
  it('opens folders within folders, reading each to its end', async () => {
    const five = ['1', '2', '3', '4', '5'].map((name) => file(`${name}.pdf`))
    expect(await names([file('seul.pdf'), folder('salon', [...five, folder('lundi', [file('6.pdf')])])])).toEqual([
      'seul.pdf',
      '1.pdf',
      '2.pdf',
      '3.pdf',
      '4.pdf',
      '5.pdf',
      '6.pdf',
    ])
  })

  it('counts what vanished meanwhile and keeps the rest', async () => {
    const { files, unreadable } = await filesOfEntries([lostFile('a.pdf'), file('b.pdf'), folder('c', [lostFile('d')])])
    expect(files.map(({ name }) => name)).toEqual(['b.pdf'])
    expect(unreadable).toBe(2)
  })

  it('leaves the droppings of the system out', async () => {
    expect(
      await names([folder('x', [file('.DS_Store'), file('._cv.pdf'), file('Thumbs.db'), file('cv.pdf')])]),
    ).toEqual(['cv.pdf'])
  })

  it('stops in a folder that holds itself', async () => {
    const loop: DroppedEntry = { isFile: false, isDirectory: true, name: 'loop' }
    loop.createReader = () => {
      const left = [loop]
      return { readEntries: (found) => found(left.splice(0)) }
    }
    expect(await filesOfEntries([loop])).toEqual({ files: [], unreadable: 1 })
  })
})
