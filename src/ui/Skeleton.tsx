/** Lines that stand for what comes; drawn only after 200 ms so that fast work shows nothing. */
export function Skeleton({ lines = 3, label }: { lines?: number; label?: string }) {
  const widths = ['70%', '92%', '48%', '83%', '61%']
  return (
    <div className="stack g3" role="status" aria-label={label} aria-busy="true">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skel" style={{ inlineSize: widths[index % widths.length] }} />
      ))}
    </div>
  )
}
