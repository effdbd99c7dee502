import { Component, type ReactNode } from 'react';
import { PageHeader } from '../ui/page-header.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** A broken screen still says what to do. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <div className="page">
        <PageHeader title="Có trục trặc" />
        <main className="page-main">
          <p className="lead">Màn hình này vừa gặp lỗi. Xin bấm nút dưới đây để mở lại.</p>
          <button type="button" className="button button--primary" onClick={() => window.location.reload()}>
            Mở lại
          </button>
        </main>
      </div>
    );
  }
}
