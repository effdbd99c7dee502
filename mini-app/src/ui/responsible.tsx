interface ResponsibleProps {
  readonly lead: readonly string[];
  readonly coordinating: readonly string[];
}

/** Who does it, and who helps; lines without a name are absent. */
export function Responsible({ lead, coordinating }: ResponsibleProps) {
  return (
    <>
      {lead.length > 0 && (
        <p className="fact-line">
          <strong>Chủ trì:</strong> {lead.join('; ')}
        </p>
      )}
      {coordinating.length > 0 && (
        <p className="fact-line">
          <strong>Phối hợp:</strong> {coordinating.join('; ')}
        </p>
      )}
    </>
  );
}
