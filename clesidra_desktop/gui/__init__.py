"""The window: pages, dialogs, item models and widgets on Qt."""
