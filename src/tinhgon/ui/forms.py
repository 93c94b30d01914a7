"""Forms are drawn by our own templates under `ui/templates/forms/`."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Label, hint, error, field, in this order; errors say the way out."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
