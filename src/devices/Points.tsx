/** Sentences of a catalogue, a line each, as a list. */
export function Points({ lines }: { lines: string }) {
  return (
    <ul className="dev-does t-2">
      {lines.split('\n').map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
