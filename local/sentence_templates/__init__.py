"""Interaction models from sentence templates: what people can say, written once a language."""

from local.sentence_templates.templates import IntentTemplate, TemplateError, Templates

__all__ = ["IntentTemplate", "TemplateError", "Templates"]
