import type { ComponentType } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import type { PageProps } from './services.ts';

interface PageGroupProps extends PageProps {
  /** Address of the first of them, and the beginning of all others. */
  readonly base: string;
  readonly pages: readonly (readonly [string, ComponentType<PageProps>])[];
}

/** Pages that come together, for the first screen knows one address of them all. */
export function PageGroup({ services, base, pages }: PageGroupProps) {
  return (
    <Routes>
      {pages.map(([path, Page]) => (
        <Route key={path} path={path.slice(base.length)} element={<Page services={services} />} />
      ))}
      <Route path="*" element={<Navigate to={base} replace />} />
    </Routes>
  );
}
